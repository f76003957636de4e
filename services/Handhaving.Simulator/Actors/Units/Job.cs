using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Ledger;

namespace Handhaving.Simulator.Actors.Units;

/// <summary>An incident offered to one of our units, until the unit is done with it or it is taken off the unit.</summary>
public sealed class Job(string key, Assignment assignment, FieldUnit unit, int priority) : IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource taken = new();
    private bool ended;

    /// <summary>Key of the offer in the ledger.</summary>
    public string Key => key;

    /// <summary>The assignment as it was offered.</summary>
    public Assignment Assignment => assignment;

    /// <summary>The unit that has it.</summary>
    public FieldUnit Unit => unit;

    /// <summary>Priority of its incident.</summary>
    public int Priority => priority;

    /// <summary>The incident.</summary>
    public string Incident => WireNames.IncidentOf(assignment.Name);

    /// <summary>True from accepted until on scene: then a more urgent incident may have the unit.</summary>
    public bool IsUnderWay { get; set; }

    /// <summary>Cancelled when the unit is sent to something more urgent.</summary>
    public CancellationToken Taken => taken.Token;

    /// <summary>A step of this assignment.</summary>
    public Effect ToEffect(string step) => new(step, Incident, unit.Name);

    /// <summary>The unit goes elsewhere; no matter if it is done already.</summary>
    public void TakeAway()
    {
        lock (gate)
            if (!ended)
                taken.Cancel();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
            taken.Dispose();
        }
        unit.Finish(this);
    }
}

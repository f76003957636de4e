using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.Simulator.Fake;

/// <summary>A whole platform in memory: incidents, units, timelines and the log of changes that the board reads.</summary>
public sealed class FakePlatform
{
    private static readonly string[] Municipalities = ["0888", "0971", "1883", "0965", "0986", "1954", "0899", "0882"];
    private readonly Lock gate = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The seeded units, all off duty.</summary>
    public FakePlatform()
    {
        foreach (var code in Municipalities)
            for (var n = 1; n <= 3; n++)
                Add($"municipalities/{code}/units/boa-{code}-{n}", $"{code}-{n}", n == 3 ? UnitKind.Bike : UnitKind.Car);
        foreach (var team in (string[])["westelijke-mijnstreek", "brunssum-landgraaf"])
            for (var n = 1; n <= 3; n++)
                Add($"teams/{team}/units/pol-{n}", $"POL-{n}", UnitKind.Police);
    }

    /// <summary>What goes wrong on purpose.</summary>
    public FakeFaults Faults { get; } = new();

    /// <summary>How long an offer stands.</summary>
    public TimeSpan OfferStands { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Units that are busy are proposed too, with what they would be taken from, and not refused.</summary>
    public bool ProposesToInterrupt { get; set; }

    /// <summary>Kinds of incident that it knows.</summary>
    public HashSet<string> KnownTypes { get; } =
    [
        "alcohol.street", "animal.dog", "assault.fight", "assistance.citizen", "bicycle.abandoned", "burglary.home", "confusion.person", "disorder.public",
        "drugs.use", "environment.odour", "fire.nuisance", "fireworks.illegal", "noise.neighbours", "noise.venue", "parking.blocked-exit", "parking.nuisance",
        "terrace.breach", "traffic.closed-road", "traffic.obstruction", "urination.public", "vandalism.public", "waste.dumping", "waste.litter",
        "water.nuisance", "youth.nuisance",
    ];

    /// <summary>Incidents by name. Read and changed inside <see cref="Do{T}"/> only.</summary>
    public Dictionary<string, Incident> Incidents { get; } = [];

    /// <summary>Units by name.</summary>
    public Dictionary<string, Unit> Units { get; } = [];

    /// <summary>Timelines by incident.</summary>
    public Dictionary<string, List<TimelineEntry>> Timelines { get; } = [];

    /// <summary>Answers by request_id.</summary>
    public Dictionary<string, (string Request, object Answer)> Answers { get; } = [];

    /// <summary>Changes in the order of commits; a place in it is the resume token.</summary>
    public List<BoardDelta> Log { get; } = [];

    /// <summary>Does something alone, and wakes the boards.</summary>
    public T Do<T>(Func<T> act)
    {
        TaskCompletionSource wake;
        T result;
        lock (gate)
        {
            result = act();
            wake = changed;
            changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        wake.SetResult();
        return result;
    }

    /// <summary>Reads something alone, with the signal of the next change.</summary>
    public (T Value, Task Changed) Read<T>(Func<T> read)
    {
        lock (gate)
            return (read(), changed.Task);
    }

    /// <summary>The incident, or NOT_FOUND.</summary>
    public Incident Incident(string name) => Incidents.GetValueOrDefault(name) ?? throw Refusal.Of(StatusCode.NotFound, "INCIDENT_NOT_FOUND");

    /// <summary>The unit, or NOT_FOUND.</summary>
    public Unit Unit(string name) => Units.GetValueOrDefault(name) ?? throw Refusal.Of(StatusCode.NotFound, "UNIT_NOT_FOUND");

    /// <summary>Puts a new version of an incident in the log, with its line in the timeline.</summary>
    public Incident Commit(Incident incident, string kind, string unit = "")
    {
        var now = Timestamp.FromDateTime(DateTime.UtcNow);
        incident.UpdateTime = now;
        incident.Etag = $"\"{Guid.NewGuid():N}\"";
        var timeline = Timelines.TryGetValue(incident.Name, out var known) ? known : Timelines[incident.Name] = [];
        if (!(Faults.ForgetsClearing && kind == "AssignmentCleared"))
            timeline.Add(new() { Sequence = timeline.Count + 1, Kind = kind, OccurredTime = now, RecordedTime = now, Actor = "partner", Unit = unit });
        if (!Faults.HidesFromBoard)
            for (var time = 0; time < (Faults.RepeatsOnBoard ? 2 : 1); time++)
                Log.Add(incident.State is IncidentState.Closed or IncidentState.Cancelled
                    ? new() { Removed = incident.Name, RemovalReason = RemovalReason.Closed }
                    : new() { Item = new() { Incident = incident.Clone() } });
        return incident.Clone();
    }

    /// <summary>Puts a new version of a unit in the log.</summary>
    public Unit Commit(Unit unit)
    {
        Log.Add(new() { Item = new() { Unit = unit.Clone() } });
        return unit.Clone();
    }

    private void Add(string name, string callSign, UnitKind kind) =>
        Units[name] = new() { Name = name, CallSign = callSign, Kind = kind, Availability = UnitAvailability.OffDuty };
}

using System.Collections.Immutable;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;

namespace Handhaving.Dispatch.Tests.Model;

/// <summary>All that the model knows: incidents and units as whoever wrote the rules down expects them to be.</summary>
internal sealed record ModelWorld(ImmutableList<ModelIncident> Incidents, ImmutableList<ModelUnit> Units)
{
    public ModelIncident Of(ModelStep step) => Incidents[step.Incident];

    public ModelWorld With(int index, ModelIncident incident) => this with { Incidents = Incidents.SetItem(index, incident) };

    public ModelWorld With(int index, ModelUnit unit) => this with { Units = Units.SetItem(index, unit) };

    /// <summary>The job that holds a unit's slot; null when none does.</summary>
    public (int Incident, int Job)? HolderOf(int unit)
    {
        for (var incident = 0; incident < Incidents.Count; incident++)
            if (Incidents[incident].Jobs.FindIndex(job => job.IsActive && job.Unit == unit) is >= 0 and var job) return (incident, job);
        return null;
    }

    /// <summary>The unit of this job is another team's.</summary>
    public bool IsLoan(int incident, ModelJob job) => Units[job.Unit].Team != ModelRules.Team(Incidents[incident].Municipality);

    public IEnumerable<(int Incident, int Job, ModelJob Value)> Jobs => Incidents.SelectMany((incident, index) => incident.Jobs.Select((job, number) => (index, number, job)));
}

/// <summary>An incident as the model has it; its state follows, its version is the number of lines of its history.</summary>
internal sealed record ModelIncident(string Municipality, IncidentPhase Phase, string Type, int Priority)
{
    /// <summary>What a hold goes back to.</summary>
    public IncidentPhase Former { get; init; } = IncidentPhase.Open;
    public ImmutableList<ModelJob> Jobs { get; init; } = [];
    public int Outcomes { get; init; }
    public int Episode { get; init; } = 1;

    /// <summary>It was reported without a place, and no act gives it one.</summary>
    public bool IsPlaceless { get; init; }

    /// <summary>A BOA stands here without the police at what is theirs alone.</summary>
    public bool IsLeft { get; init; }

    /// <summary>Kinds of the lines of its history, which are the facts about it too.</summary>
    public ImmutableList<string> Lines { get; init; } = ["IncidentReceived"];

    /// <summary>How many acts changed it: each leaves one line in the audit.</summary>
    public int Acts { get; init; } = 1;

    public bool IsClassified => Type.Length > 0;

    public bool IsHeld => Phase is IncidentPhase.Scheduled or IncidentPhase.OnHold;

    public bool HasActive => Jobs.Any(job => job.IsActive);

    public IncidentState State => Phase is not IncidentPhase.Open ? Enum.Parse<IncidentState>(Phase.ToString())
        : IsLeft ? IncidentState.Pending
        : Has(AssignmentState.OnScene) ? IncidentState.OnScene : Has(AssignmentState.EnRoute) ? IncidentState.EnRoute : Has(AssignmentState.Accepted) ? IncidentState.Assigned : IncidentState.Pending;

    /// <summary>The police took the lead and have not left.</summary>
    public bool HasPoliceLead => Jobs.Any(job => job.IsLead);

    /// <summary>Nobody is left alone any more where police lead, or where no BOA stands.</summary>
    public ModelIncident Seen() => this with { IsLeft = IsLeft && !HasPoliceLead && Jobs.Any(job => job is { IsPolice: false, State: AssignmentState.OnScene }) };

    public ModelIncident Told(string line) => this with { Lines = Lines.Add(line) };

    private bool Has(AssignmentState state) => Jobs.Any(job => job.State == state);
}

/// <summary>One unit on one incident.</summary>
internal sealed record ModelJob(int Unit, bool IsPolice, AssignmentRole Role, AssignmentState State)
{
    /// <summary>Its unit's owner took it back.</summary>
    public bool IsRefused { get; init; }

    /// <summary>When its last step was taken, where that was said; null = as it was recorded.</summary>
    public DateTimeOffset? Told { get; init; }

    public bool IsLead => IsPolice && Role is AssignmentRole.Primary && IsActive && State is not AssignmentState.Offered;

    public bool IsActive => State is AssignmentState.Offered or AssignmentState.Accepted or AssignmentState.EnRoute or AssignmentState.OnScene;
}

/// <summary>A unit: on duty or not, with the kinds of the facts about it.</summary>
internal sealed record ModelUnit(string Name, string Team, bool IsOnDuty)
{
    public ImmutableList<string> Facts { get; init; } = [];

    /// <summary>When the duty should end, in minutes after the run began; 0 = not said.</summary>
    public int EndMinutes { get; init; }

    /// <summary>Name of who owns it, as resource names begin.</summary>
    public string Owner => Name[..Name.IndexOf("/units/", StringComparison.Ordinal)];

    public bool IsPolice => Name.StartsWith("teams/", StringComparison.Ordinal);
}

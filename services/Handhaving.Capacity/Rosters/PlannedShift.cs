using System.Text.RegularExpressions;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People;
using Handhaving.Capacity.Rosters.Deployments;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters;

/// <summary>A shift (dienst) of one person on a roster; it belongs to the local day on which it starts.</summary>
public sealed partial record PlannedShift
{
    private const int LongestUnit = 200;

    /// <summary>Empty = a new shift.</summary>
    public Guid Id { get; init; }
    public required OfficerName Officer { get; init; }
    public required string Function { get; init; }

    /// <summary>Resource name of the unit of dispatch in whose crew the person is; empty = none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What is done, where it is no unit.</summary>
    public string Activity { get; init; } = "";
    public required Interval Time { get; init; }

    /// <summary>Break in its middle.</summary>
    public required int BreakMinutes { get; init; }

    /// <summary>Stays where it is when the solver runs.</summary>
    public bool Pinned { get; init; }
    public string Note { get; init; } = "";

    /// <summary>What was promised to a case and is served by it; null = nothing.</summary>
    public DeploymentName? Deployment { get; init; }

    /// <summary>The solver leaves it where it is.</summary>
    public bool Stays => Pinned || Deployment is not null;

    public DateOnly Day => DutchClock.DayOf(Time.Start);

    /// <summary>As the law judges it.</summary>
    public WorkShift Work => WorkOf(Time, BreakMinutes);

    public static WorkShift WorkOf(Interval time, int breakMinutes, ShiftKind kind = ShiftKind.Planned)
    {
        var middle = time.Start + (time.End - time.Start) / 2 - TimeSpan.FromMinutes(breakMinutes / 2.0);
        return new(time, breakMinutes > 0 ? [new(middle, middle + TimeSpan.FromMinutes(breakMinutes))] : [], kind);
    }

    /// <summary>Break that the law asks of a shift of this length (ATW 5:4), in minutes: 30 minutes over five and a half hours, 45 over ten.</summary>
    public static int LawfulBreak(TimeSpan length) => length.TotalHours switch { > 10 => 45, > 5.5 => 30, _ => 0 };

    /// <summary>What it says of somebody's hours and function: the shift without id, remarks, and for whom.</summary>
    public PlannedShift Said => this with { Id = Guid.Empty, Note = "", Pinned = false, Deployment = null };

    /// <summary>Whether a text can be a unit of dispatch: as the contract says it.</summary>
    public static bool IsUnit(string text) => text.Length <= LongestUnit && UnitName().IsMatch(text);

    public bool SaysTheSameAs(PlannedShift other) => Said == other.Said;

    [GeneratedRegex(@"^(municipalities/[0-9]{4}|teams/[a-z0-9][a-z0-9-]*)/units/[a-z0-9][a-z0-9-]*\z")]
    private static partial Regex UnitName();
}

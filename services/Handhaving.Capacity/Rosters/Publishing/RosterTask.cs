using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.Rosters.Publishing;

/// <summary>Work that was asked of a roster on one day: so many people in one shift.</summary>
public sealed record RosterTask
{
    public required DateOnly Day { get; init; }

    /// <summary>What the shift is called.</summary>
    public required string Code { get; init; }
    public required string Function { get; init; }

    /// <summary>Unit of dispatch; empty = none.</summary>
    public required string Unit { get; init; }
    public required string Activity { get; init; }
    public required Interval Time { get; init; }
    public required int Wanted { get; init; }

    /// <summary>People too few by these shifts.</summary>
    public int Missing(IEnumerable<PlannedShift> shifts) => Math.Max(0, Wanted - shifts.Count(Serves));

    private bool Serves(PlannedShift shift) => (shift.Function, shift.Unit, shift.Activity, shift.Time) == (Function, Unit, Activity, Time);
}

/// <summary>What becomes of work that nobody serves.</summary>
public enum UnservedChoice { Postpone = 1, Drop, HandOver }

/// <summary>A task that stays unserved, what was chosen, and why (C-04).</summary>
public sealed record UnservedDecision
{
    public required DateOnly Day { get; init; }
    public required string Code { get; init; }
    public required UnservedChoice Choice { get; init; }
    public required string Reason { get; init; }
    public string Decider { get; init; } = "";
    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>People too few that it is about; where more are missing since, it holds no longer.</summary>
    public int Missing { get; init; }
}

/// <summary>A task with too few people, and the decision on it.</summary>
/// <param name="Decision">Null = none yet that covers all who are missing.</param>
public sealed record UnservedTask(RosterTask Task, int Missing, UnservedDecision? Decision);

using Handhaving.Capacity.Reservations;

namespace Handhaving.Capacity.Triangle.Options;

/// <summary>What can be decided about a conflict.</summary>
public enum OptionKind
{
    /// <summary>All as asked, below the waterline as far as needed.</summary>
    Approve = 1,

    /// <summary>Named competing reservations make place.</summary>
    Displace,

    /// <summary>As many as are free in all blocks.</summary>
    Reduce,

    /// <summary>At another time, all as asked.</summary>
    Move,

    Refuse,

    /// <summary>As many as are free; the rest is asked of a regional team, which is not rostered here (C-02).</summary>
    Assistance,

    /// <summary>About no conflict: the minimum of a function becomes lower.</summary>
    LowerWaterline,
}

/// <summary>What the minimum of a function becomes.</summary>
public sealed record LoweredMinimum(string Function, int Minimum);

/// <summary>An option with what makes it exact, so that what was voted on is what is done.</summary>
/// <param name="Displaced">For <see cref="OptionKind.Displace"/>.</param>
/// <param name="Shift">For <see cref="OptionKind.Move"/>: how much later; zero when there is no such time.</param>
/// <param name="Given">For <see cref="OptionKind.Reduce"/> and <see cref="OptionKind.Assistance"/>: people of each line of the request.</param>
/// <param name="AssistanceTeam">For <see cref="OptionKind.Assistance"/>: the team that is asked; else empty.</param>
public sealed record DecisionChoice(OptionKind Kind, IReadOnlyList<ReservationName> Displaced, TimeSpan Shift, IReadOnlyList<int> Given, string AssistanceTeam)
{
    /// <summary>For <see cref="OptionKind.LowerWaterline"/>.</summary>
    public LoweredMinimum? Lowered { get; init; }

    public static DecisionChoice Of(OptionKind kind) => new(kind, [], TimeSpan.Zero, [], "");
}

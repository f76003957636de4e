using System.Text.Json.Serialization;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation.Travel;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>A unit that fits, with what decided its place, weightiest first.</summary>
public sealed record Pick(UnitName Unit, string CallSign, int TravelSeconds, int DistanceMeters, bool StaleFix, IReadOnlyList<string> Factors)
{
    public TravelSource Source { get; init; } = TravelSource.Reckoned;

    /// <summary>Assignment that ends when this unit is sent; null when it is free.</summary>
    public string? Interrupts { get; init; }

    /// <summary>That assignment is on a restricted incident; most are not, and what is kept does not say so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InterruptsRestricted { get; init; }

    /// <summary>As somebody else may see it later: what it would have interrupted is told to who may know.</summary>
    public Pick SeenBy(RestrictedReach reach) => InterruptsRestricted && AssignmentName.Parse(Interrupts ?? "") is { } job && !reach.Covers(job.Incident.Id) ? this with { Interrupts = null } : this;

    /// <summary>Set for a unit over the border; nothing else of it is told than its names, travel time and reasons.</summary>
    public Borrowed? Borrowed { get; init; }
}

/// <summary>Whose unit would be borrowed, and until when the incident waits before it is.</summary>
public sealed record Borrowed(string From, DateTimeOffset HoldUntil);

/// <summary>A unit that does not fit, with all its reasons.</summary>
/// <param name="BorrowFrom">Its owner, when that is over the border.</param>
public sealed record Rejected(UnitName Unit, string CallSign, int TravelSeconds, IReadOnlyList<Rejection> Reasons, string? BorrowFrom = null);

/// <summary>What was asked, and of what.</summary>
public sealed record Inputs(long IncidentVersion, string Type, int Priority, Point? Place, Wish Wish, bool CrossesBorders, string AskedBy);

/// <summary>How many units a reason rejects.</summary>
public sealed record ReasonCount(RejectionCode Code, int Units);

/// <summary>Fitting units best first, the nearest others with their reasons, and what is short. Kept as it was shown.</summary>
/// <param name="Inputs">Null in what an earlier version kept, which knew only picks and rejections.</param>
public sealed record UnitRecommendation(Guid Id, Inputs? Inputs, IReadOnlyList<Pick> Picks, IReadOnlyList<Rejected> Rejections, DateTimeOffset ComputedAt)
{
    /// <summary>Units looked at: all in reach.</summary>
    public int Considered { get; init; }

    /// <summary>All that do not fit, also those that are not told of.</summary>
    public int RejectedCount { get; init; }

    /// <summary>Over all that do not fit, the most frequent first.</summary>
    public IReadOnlyList<ReasonCount> Reasons { get; init; } = [];

    /// <summary>Null when enough units fit.</summary>
    public Shortfall? Shortage { get; init; }
}

/// <summary>What can be done when units are short.</summary>
public enum WayOutKind { Interrupt = 1, Borrow, Police, Override }

/// <summary>One thing that can be done.</summary>
/// <param name="HoldUntil">From when without giving a reason, for a loan.</param>
public sealed record WayOut(WayOutKind Kind, int Units, string Text, DateTimeOffset? HoldUntil = null);

/// <summary>Fewer units can be sent at once than are needed: how many, why, and what can be done.</summary>
public sealed record Shortfall(int Wanted, int Found, string Text, IReadOnlyList<WayOut> WaysOut);

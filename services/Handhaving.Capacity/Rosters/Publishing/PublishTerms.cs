using System.Globalization;
using Handhaving.Capacity.Rosters.Judging;

namespace Handhaving.Capacity.Rosters.Publishing;

/// <summary>Reasons that are given for what a roster does beyond what is usual; empty = none.</summary>
/// <param name="Crisis">Why the reserve is released.</param>
/// <param name="OutsideDistrict">Why district officers work outside their districts.</param>
public sealed record PublishReasons(string Crisis, string OutsideDistrict);

/// <summary>What must be settled before people work by a roster: unserved tasks (C-04), hours of district officers (C-15), the reserve (C-25).</summary>
public static class PublishTerms
{
    private const int Named = 10;
    private const double Rounding = 1e-6;

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">ROSTER_UNSERVED_UNDECIDED, ROSTER_RESERVE_TAKEN, ROSTER_DISTRICT_REASON.</exception>
    public static void Require(DutyRoster roster, KnownDuties known)
    {
        RequireDecided(roster.Unserved);
        var load = RosterLoad.Of(roster, known);
        RequireReserve(roster, known.Terms, load);
        PublishRules.DistrictReason.Require(load.OutsidePercent <= known.Terms.OutsideDistrictPercent + Rounding || roster.Reasons.OutsideDistrict.Length > 0,
            ("outside", Say(load.OutsidePercent)), ("most", $"{known.Terms.OutsideDistrictPercent}"));
    }

    /// <summary>A change of what is published may take no more of the reserve, and leaves no more work undecided.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">ROSTER_UNSERVED_UNDECIDED, ROSTER_RESERVE_TAKEN.</exception>
    public static void RequireNoMore(DutyRoster before, DutyRoster after, KnownDuties known)
    {
        var missing = before.Unserved.ToDictionary(unserved => (unserved.Task.Day, unserved.Task.Code), unserved => unserved.Missing);
        RequireDecided(after.Unserved.Where(unserved => unserved.Missing > missing.GetValueOrDefault((unserved.Task.Day, unserved.Task.Code))));
        var load = RosterLoad.Of(after, known);
        if (load.Planned > RosterLoad.Of(before, known).Planned) RequireReserve(after, known.Terms, load);
    }

    private static void RequireDecided(IEnumerable<UnservedTask> unserved)
    {
        var open = unserved.Where(one => one.Decision is null).ToList();
        PublishRules.Decided.Require(open.Count == 0, ("count", $"{open.Count}"),
            ("tasks", string.Join(", ", open.Take(Named).Select(unserved => $"{unserved.Task.Code} {unserved.Task.Day:yyyy-MM-dd} ({unserved.Missing})"))));
    }

    // A crisis releases the reserve and nothing beyond it.
    private static void RequireReserve(DutyRoster roster, TeamTerms terms, RosterLoad load)
    {
        if (terms.ReservePercent is not { } reserve) return;
        var most = roster.Reasons.Crisis.Length > 0 ? 100 : 100 - reserve;
        PublishRules.WithinReserve.Require(load.PlannedPercent <= most + Rounding, ("planned", Say(load.PlannedPercent)), ("most", $"{most}"), ("reserve", $"{reserve}"));
    }

    private static string Say(double percent) => double.IsInfinity(percent) ? "∞" : Math.Round(percent, 1).ToString(CultureInfo.InvariantCulture);
}

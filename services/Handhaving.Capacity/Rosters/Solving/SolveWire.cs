using System.Text.RegularExpressions;
using Google.Type;
using Handhaving.Capacity.Rostering.Gaps;
using Handhaving.Capacity.Rostering.Searching;

namespace Handhaving.Capacity.Rosters.Solving;

/// <summary>A search on the wire.</summary>
internal static partial class SolveWire
{
    /// <param name="kept">The draft after it; null before the end.</param>
    public static V1.SolveRosterResponse ToWire(SolveStep step, V1.Roster? kept)
    {
        var wire = new V1.SolveRosterResponse { Cost = step.Cost, ShortageCost = step.Missing, Phase = (V1.SolvePhase)step.Phase, Roster = kept };
        if (step.Solved is not { } solved) return wire;
        wire.Outcome = solved.Outcome is { } outcome ? ToWire(outcome) : V1.SolveOutcome.Unspecified;
        wire.Terms.AddRange(solved.Terms.OrderBy(term => term.Key).Select(term => new V1.TermCost { Code = CodeOf($"{term.Key}"), Cost = term.Value }));
        wire.OpenShifts.AddRange(solved.Gaps.Select(gap => ToWire(gap.Day, gap.Open)));
        return wire;
    }

    private static V1.OpenShift ToWire(DateOnly day, OpenShift open) => new()
    {
        Day = new Date { Year = day.Year, Month = day.Month, Day = day.Day }, Code = open.Kind.Value, Missing = open.Missing, Qualified = open.Qualified, NotQualified = open.NotQualified, Message = open.Dutch,
        Reasons = { open.Reasons.OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key).Select(reason => new V1.OpenShiftReason { Code = CodeOf($"{reason.Key}"), Count = reason.Value }) },
    };

    private static V1.SolveOutcome ToWire(RosterOutcome outcome) => outcome switch
    {
        RosterOutcome.Optimal => V1.SolveOutcome.Optimal,
        RosterOutcome.LimitReached => V1.SolveOutcome.LimitReached,
        RosterOutcome.Cancelled => V1.SolveOutcome.TimeReached, // a caller who stops it gets no answer
        RosterOutcome.Impossible => V1.SolveOutcome.Impossible,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    // OtherShift is other-shift.
    private static string CodeOf(string name) => WordStart().Replace(name, "-$0").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex WordStart();
}

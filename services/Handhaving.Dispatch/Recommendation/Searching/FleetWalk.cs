using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation.Ranking;
using Handhaving.Dispatch.Recommendation.Travel;

namespace Handhaving.Dispatch.Recommendation.Searching;

/// <summary>One walk over the index from near to far, for one question. The few units that do not fit are known by name beforehand; only when they are many are they looked for near the place too.</summary>
internal sealed class FleetWalk(Question question, int best, VerdictTable table, FleetState fleet)
{
    private readonly LateUnits late = LateUnits.Of(question, table, fleet);
    private readonly List<(RankKey Key, Candidate Candidate)> fitting = new(best + 1);
    private readonly List<(double Meters, Verdict Verdict, Fix? Fix)> rejected = [];
    private int fits;

    private Headcount All => late.All;

    /// <summary>Fitting units best first, rejected ones nearest first.</summary>
    public Findings Search()
    {
        foreach (var place in All.Rejected ?? [])
        {
            var (unit, fix) = fleet.At(place);
            var verdict = VerdictOf(place, unit);
            if (!Fits(verdict)) Reject(verdict, fix);
        }
        if (question.Place is { } to) fleet.VisitNear(to, Visit, IsEnough);
        else fleet.VisitAll(Visit);
        return new([.. fitting.Select(found => found.Candidate)], [.. Nearest().Select(found => CandidateOf(found.Verdict, found.Fix))], All.Tally);
    }

    private void Visit(int place, FleetUnit unit, Fix? fix)
    {
        if (!question.Reach.Covers(unit)) return;
        var verdict = VerdictOf(place, unit);
        if (Fits(verdict)) Rank(CandidateOf(verdict, fix));
        else if (All.Rejected is null) Reject(verdict, fix);
    }

    private Verdict VerdictOf(int place, FleetUnit unit) => late.Find(place) ?? table.Of(place, unit, question.Now);

    private bool Fits(Verdict verdict) => Verdict.IsFit(question.Reach.Judge(verdict, question.Incident.Name));

    // Only the best are kept, in order.
    private void Rank(Candidate candidate)
    {
        fits++;
        var key = RankKey.Of(candidate, question);
        if (fitting.Count == best && key.CompareTo(fitting[^1].Key) > 0) return;
        fitting.Insert(fitting.FindLastIndex(found => found.Key.CompareTo(key) < 0) + 1, (key, candidate));
        if (fitting.Count > best) fitting.RemoveAt(best);
    }

    private void Reject(Verdict verdict, Fix? fix) =>
        rejected.Add((question.Place is { } to ? verdict.Unit.PlaceAt(fix, question.Now).MetersTo(to) : 0, verdict, fix));

    private Candidate CandidateOf(Verdict verdict, Fix? fix) => Candidate.Of(question, verdict, fix, fleet.FreeIn(verdict.Unit.HomeArea));

    private IEnumerable<(double Meters, Verdict Verdict, Fix? Fix)> Nearest() => rejected.OrderBy(found => found.Meters)
        .ThenBy(found => found.Verdict.Unit.Unit.CallSign, StringComparer.Ordinal).ThenBy(found => found.Verdict.Unit.Unit.Name.Value, StringComparer.Ordinal).Take(question.Wish.MostRejections);

    // Whether no unit farther away than this can come among the best or the nearest.
    private bool IsEnough(double meters) => HasBest(meters) && HasRejected(meters);

    // Nobody farther away is in an earlier step of travel time than the nearest of them can be.
    private bool HasBest(double meters) =>
        fits == All.Tally.Fits || fitting.Count == best && fitting[^1].Key.IsSurelyBefore(TravelTime.LeastSecondsAt(meters) / question.Terms.TravelStepSeconds);

    private bool HasRejected(double meters) =>
        All.Rejected is not null || rejected.Count == All.Tally.Rejected || rejected.Count >= question.Wish.MostRejections && rejected.Count(found => found.Meters < meters) >= question.Wish.MostRejections;
}

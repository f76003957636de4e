using Handhaving.Dispatch.Recommendation.Searching;

namespace Handhaving.Dispatch.Recommendation.Ranking;

/// <summary>Puts the units that fit in order and says of each what decided, of the others why not, and what is short.</summary>
public static class UnitRanking
{
    /// <summary>The best first.</summary>
    public static IEnumerable<Candidate> Order(Question question, IEnumerable<Candidate> fitting) => fitting.OrderBy(candidate => RankKey.Of(candidate, question));

    /// <param name="found">Its fitting units may come in any order.</param>
    public static UnitRecommendation Rank(Question question, Findings found, Guid id, string askedBy)
    {
        var picks = Order(question, found.Fitting).Take(question.Wish.Limit).Select(candidate => PickOf(candidate, question)).ToList();
        var inputs = new Inputs(question.Incident.Version, question.Incident.Type, question.Incident.Priority, question.Place, question.Wish, question.Reach.CrossesBorders, askedBy);
        return new(id, inputs, picks, [.. found.Rejected.Select(candidate => RejectedOf(candidate, question))], question.Now)
        {
            Considered = found.Tally.Considered,
            RejectedCount = found.Tally.Rejected,
            Reasons = [.. found.Tally.Reasons.Where(reason => reason.Value > 0).OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key).Select(reason => new ReasonCount(reason.Key, reason.Value))],
            Shortage = Shortfalls.Of(question, found),
        };
    }

    public static Pick PickOf(Candidate candidate, Question question)
    {
        var (unit, travel) = (candidate.Unit.Unit, candidate.Travel);
        var foreign = question.Reach.IsForeign(candidate.Unit);
        return new(unit.Name, unit.CallSign, travel.Seconds, foreign ? 0 : travel.Meters, candidate.IsStale, [.. PickFactors.Of(candidate, question)])
        {
            Source = travel.Source,
            Interrupts = candidate.Judgement is Judgement.Interrupts ? candidate.Unit.Slot?.Assignment.Value : null,
            InterruptsRestricted = candidate is { Judgement: Judgement.Interrupts, Unit.Slot.IsRestricted: true },
            Borrowed = foreign ? new(candidate.Unit.Owner.Name, question.Terms.Borrowing.HoldUntil(question.Incident, question.Now)) : null,
        };
    }

    private static Rejected RejectedOf(Candidate candidate, Question question)
    {
        var (unit, isForeign) = (candidate.Unit, question.Reach.IsForeign(candidate.Unit));
        return new(unit.Unit.Name, unit.Unit.CallSign, candidate.Travel.Seconds, isForeign ? Rejection.SeenByOthers(candidate.Reasons) : candidate.Reasons, isForeign ? unit.Owner.Name : null);
    }
}

using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Types;

namespace Handhaving.Dispatch.Recommendation.Ranking;

/// <summary>What decides a unit's place, the weightiest first (dispatch 5); less comes first.</summary>
/// <param name="Plan">0 = who the plan sends first: BOAs for liveability (C-14), the police for what is theirs.</param>
/// <param name="Doubt">0 = its duty lasts until it arrives and its position is fresh.</param>
/// <param name="Step">Travel time in steps; within one step the rest decides.</param>
/// <param name="Reserve">0 = free and of the region, 1 = of another team, 2 = its job is interrupted.</param>
/// <param name="Away">0 = at home in the municipality of the incident.</param>
/// <param name="Cover">The more stay behind, the less.</param>
/// <param name="Rest">The longer since its last job, the less.</param>
/// <param name="Work">Jobs in this duty.</param>
/// <param name="FixMinutes">Age of its position.</param>
internal readonly record struct RankKey(int Plan, int Doubt, int Step, int Reserve, int Away, int Cover, long Rest, int Work, long FixMinutes, int Seconds, string CallSign, string Name) : IComparable<RankKey>
{
    public static RankKey Of(Candidate candidate, Question question)
    {
        var unit = candidate.Unit;
        return new(
            PlanOf(candidate, question),
            (EndsOnTheWay(candidate, question) ? 2 : 0) + (candidate.IsStale ? 1 : 0),
            candidate.Travel.Seconds / question.Terms.TravelStepSeconds,
            candidate.Judgement is Judgement.Interrupts ? 2 : question.Reach.IsForeign(unit) ? 1 : 0,
            unit.HomeArea == question.Incident.Name.Municipality ? 0 : 1,
            -candidate.CoverLeft,
            -(long)(question.Now - unit.RestsSince).TotalMinutes,
            unit.JobsDone,
            candidate.Fix is { } fix ? (long)(question.Now - fix.At).TotalMinutes : long.MaxValue,
            candidate.Travel.Seconds,
            unit.Unit.CallSign,
            unit.Unit.Name.Value);
    }

    public static int PlanOf(Candidate candidate, Question question) => question.Demand.Type.Leadership switch
    {
        Leadership.BoaFirst => candidate.Unit.IsPolice ? 1 : 0,
        Leadership.PoliceOnly => candidate.Unit.IsPolice ? 0 : 1,
        Leadership.Either => 0,
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Demand.Type.Leadership, "Not a leadership."),
    };

    /// <summary>Whether its duty ends before it can be there.</summary>
    public static bool EndsOnTheWay(Candidate candidate, Question question) =>
        candidate.Unit.Unit.Duty.EndsAt is { } end && end < question.Now.AddSeconds(candidate.Travel.Seconds);

    /// <summary>Whether it comes before anybody whose travel takes this step or a later one.</summary>
    public bool IsSurelyBefore(int step) => Plan == 0 && Doubt == 0 && Step < step;

    public int CompareTo(RankKey other)
    {
        var weighed = (Plan, Doubt, Step, Reserve, Away, Cover, Rest).CompareTo((other.Plan, other.Doubt, other.Step, other.Reserve, other.Away, other.Cover, other.Rest));
        if (weighed == 0) weighed = (Work, FixMinutes, Seconds).CompareTo((other.Work, other.FixMinutes, other.Seconds));
        if (weighed == 0) weighed = string.CompareOrdinal(CallSign, other.CallSign);
        return weighed == 0 ? string.CompareOrdinal(Name, other.Name) : weighed;
    }
}

using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation.Travel;

namespace Handhaving.Dispatch.Recommendation.Searching;

/// <summary>A unit held against an incident, as one look at the index saw it.</summary>
/// <param name="Fix">Its last position of this duty, fresh or not.</param>
/// <param name="CoverLeft">Free units that stay behind in its home area.</param>
public sealed record Candidate(FleetUnit Unit, Fix? Fix, Judgement Judgement, IReadOnlyList<Rejection> Reasons, int CoverLeft)
{
    public required TravelTime Travel { get; init; }

    /// <summary>Its position is old or not known: it was reckoned from home.</summary>
    public required bool IsStale { get; init; }

    public bool Fits => Verdict.IsFit(Judgement);

    /// <param name="freeAtHome">Units at home in the same area that nothing holds, this one too when it is free.</param>
    public static Candidate Of(Question question, Verdict verdict, Fix? fix, int freeAtHome)
    {
        var unit = verdict.Unit;
        var travel = question.TravelOf(unit, fix);
        // How long it would take is told by the clock, and that is no verdict's to keep.
        var told = verdict.Codes.Contains(RejectionCode.DutyOver) ? Verdict.Of(unit, question.DemandOn(travel), question.Incident.Priority, question.Now) : verdict;
        var judgement = question.Reach.Judge(told, question.Incident.Name);
        return new(unit, fix, judgement, told.ReasonsFor(judgement), freeAtHome - (unit.IsFree ? 1 : 0)) { Travel = travel, IsStale = !FleetUnit.IsFresh(fix, question.Now) };
    }
}

/// <summary>What a search brought: the best of the fitting units, the nearest that do not fit, and how many there are in all.</summary>
public sealed record Findings(IReadOnlyList<Candidate> Fitting, IReadOnlyList<Candidate> Rejected, Tally Tally);

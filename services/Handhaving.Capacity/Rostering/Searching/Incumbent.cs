using System.Diagnostics;
using Handhaving.Capacity.Rostering.Judging;
using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Rostering.Searching;

/// <summary>The best roster of a search; what the judge refuses never becomes it.</summary>
internal sealed class Incumbent(RosterProblem problem, Action<RosterImprovement> improved)
{
    public RosterImprovement? Best { get; private set; }

    public void Offer(int[][] rows)
    {
        var roster = new Roster(rows);
        var judgement = RosterJudge.Judge(problem, roster);
        if (!judgement.IsLawful) throw new UnreachableException($"The search holds a roster that breaks a hard rule: {judgement.Breaches[0].Dutch}");
        if (Best is { } best && judgement.Cost.Total >= best.Cost.Total) return;
        Best = new(roster, judgement.Cost);
        improved(Best);
    }
}

using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Layers;

/// <summary>Counts formatie, bezetting, inzetbaar, inplanbaar and ingepland per block; no layer follows from another by a factor (Algemene Rekenkamer 2020).</summary>
public sealed class LayerCount(WorkingTimeRules rules)
{
    /// <summary>One answer per block of the range: 96 on a local day, 92 or 100 where the clock changes.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">INTERVAL_EMPTY, STAFF_MEMBER_TWICE, ESTABLISHED_NEGATIVE.</exception>
    public IReadOnlyList<LayerBlock> Count(LayerQuestion question, IReadOnlyList<StaffMember> people)
    {
        LedgerRules.NotEmpty.Require(question.Range.End > question.Range.Start);
        LayerRules.PostsNotNegative.Require(question.Established >= 0);
        LayerRules.EachOnce.Require(people.DistinctBy(person => person.Id).Count() == people.Count);
        var judged = people.Select(person => new MemberSteps(question, person, rules)).ToList();
        return [.. question.Range.Blocks().Select(start => At(question, judged, new(start, start + Interval.Block)))];
    }

    private static LayerBlock At(LayerQuestion question, List<MemberSteps> people, Interval block)
    {
        var inPost = people.Where(person => person.HoldsPost(block)).ToList();
        var steps = new List<LayerStep>();
        for (var vacancy = inPost.Count; vacancy < question.Established; vacancy++) steps.Add(new(Layer.Staffed, LayerCause.Vacancy, null, -1, null));
        steps.AddRange(inPost.Skip(question.Established).Select(person => new LayerStep(Layer.Staffed, LayerCause.OverOccupation, person.Id, 1, null)));
        steps.AddRange(inPost.SelectMany(person => person.Steps(block)));
        foreach (var person in people.Where(person => person.IsLentIn(block)))
        {
            steps.Add(new(Layer.Deployable, LayerCause.LentIn, person.Id, 1, null));
            steps.AddRange(person.Steps(block));
        }
        foreach (var person in people.Where(person => person.IsRosteredIn(block)))
        {
            steps.Add(new(Layer.Deployable, LayerCause.RosteredIn, person.Id, 1, null));
            steps.AddRange(person.Steps(block));
        }
        return new(block.Start, question.Established, steps);
    }
}

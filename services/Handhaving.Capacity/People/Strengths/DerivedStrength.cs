using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Layers;
using Handhaving.Capacity.People.Teams;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.People.Strengths;

/// <summary>A stretch of blocks in which the layers and all their steps stay the same.</summary>
public sealed record StrengthSegment(Interval Time, LayerBlock Block);

/// <summary>Counts the layers of a function from its people. Between two moments at which anything begins or ends nothing changes, so that one block stands for all.</summary>
public static class DerivedStrength
{
    private static readonly TimeOnly NightEnds = new(6, 0);
    private static readonly LayerCount Layers = new(WorkingTimeRules.Statutory);

    /// <returns>Segments that together hold every block that the range touches.</returns>
    public static IReadOnlyList<StrengthSegment> Of(FunctionPosts posts, IReadOnlyList<Officer> officers, Interval range)
    {
        var people = officers.Where(officer => officer.Details.Contracts.Any(contract => contract.Functions.Contains(posts.Function.Code))).ToList();
        var (first, end) = (Interval.BlockOf(range.Start), range.Blocks().Last() + Interval.Block);
        List<DateTimeOffset> starts = [.. people.SelectMany(person => MomentsOf(person, range)).SelectMany(BlocksAround).Where(start => start > first && start < end).Append(first).Distinct().Order()];
        return [.. starts.Select((start, place) => new StrengthSegment(new(start, place + 1 < starts.Count ? starts[place + 1] : end), At(posts, people, start)))];
    }

    private static LayerBlock At(FunctionPosts posts, List<Officer> people, DateTimeOffset start)
    {
        var block = new Interval(start, start + Interval.Block);
        var team = posts.Function.Owner;
        var question = new LayerQuestion(team, posts.Function.Code, posts.Established, posts.Asked.Domain, team, posts.Asked.NeedsUseOfForceTest, block);
        var counted = Layers.Count(question, [.. people.Select(person => person.MemberAt(block, team)).OfType<StaffMember>()])[0];
        return counted with { Steps = [.. counted.Steps.Where(step => step.Layer < Layer.Planned)] }; // no roster says yet who is planned
    }

    private static IEnumerable<DateTimeOffset> MomentsOf(Officer person, Interval range)
    {
        foreach (var contract in person.Details.Contracts) yield return contract.Time.Start;
        foreach (var contract in person.Details.Contracts) yield return contract.Time.End;
        foreach (var appointment in person.Details.Appointments)
        {
            yield return appointment.Start;
            yield return appointment.End;
            if (appointment.UseOfForceUntil is { } last) yield return DutchClock.Midnight(last.AddDays(1));
        }
        foreach (var absence in person.Absences)
        {
            yield return absence.Absence.Time.Start;
            yield return absence.Absence.Time.End;
        }
        if (!DependsOnTheDay(person)) yield break;
        foreach (var day in DutchClock.Days(range.Start, range.End))
        {
            yield return DutchClock.Midnight(day);
            yield return DutchClock.At(day, NightEnds);
        }
    }

    private static bool DependsOnTheDay(Officer person) =>
        person.Details.Contracts.Any(contract => contract.NightExempt || contract.FixedFreeDays.Count > 0) || person.Absences.Any(absence => absence.Absence.Kind is AbsenceKind.NightExemption);

    // A moment within a block changes that block and the one after it.
    private static IEnumerable<DateTimeOffset> BlocksAround(DateTimeOffset moment)
    {
        var block = Interval.BlockOf(moment);
        yield return block;
        if (block < moment) yield return block + Interval.Block;
    }
}

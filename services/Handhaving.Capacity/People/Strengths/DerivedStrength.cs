using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Layers;
using Handhaving.Capacity.People.Teams;
using Handhaving.Capacity.WorkingTime;
using Handhaving.Capacity.WorkingTime.Rests;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Strengths;

/// <summary>A stretch of blocks in which the layers and all their steps stay the same.</summary>
/// <param name="Planned">Who has a shift of the function by a published roster (ingepland); null where none says.</param>
public sealed record StrengthSegment(Interval Time, LayerBlock Block, IReadOnlyList<EmployeeId>? Planned);

/// <summary>Counts the layers of a function from its people. Between two moments at which anything begins or ends nothing changes, so that one block stands for all.</summary>
public static class DerivedStrength
{
    private static readonly TimeOnly NightEnds = new(6, 0);
    private static readonly LayerCount Layers = new(WorkingTimeRules.Statutory);

    /// <returns>Segments that together hold every block that the range touches.</returns>
    public static IReadOnlyList<StrengthSegment> Of(FunctionPosts posts, IReadOnlyList<Officer> officers, PublishedShifts published, Interval range)
    {
        var people = officers.Where(officer => officer.Details.Contracts.Any(contract => contract.Functions.Contains(posts.Function.Code))).ToList();
        var (first, end) = (Interval.BlockOf(range.Start), range.Blocks().Last() + Interval.Block);
        List<DateTimeOffset> starts = [.. people.SelectMany(person => MomentsOf(person, range).Concat(MomentsOf(person, published, posts.Function.Owner))).Concat(published.Days.SelectMany(days => new[] { days.Time.Start, days.Time.End })).SelectMany(BlocksAround).Where(start => start > first && start < end).Append(first).Distinct().Order()];
        return [.. starts.Select((start, place) => At(posts, people, published, new(start, place + 1 < starts.Count ? starts[place + 1] : end)))];
    }

    private static StrengthSegment At(FunctionPosts posts, List<Officer> people, PublishedShifts published, Interval time)
    {
        var block = time with { End = time.Start + Interval.Block };
        var team = posts.Function.Owner;
        var question = new LayerQuestion(team, posts.Function.Code, posts.Established, posts.Asked.Domain, team, posts.Asked.NeedsUseOfForceTest, block);
        List<StaffMember> members = [.. people.Select(person => person.MemberAt(block, team, published)).OfType<StaffMember>()];
        var counted = Layers.Count(question, members)[0];
        var shown = counted with { Steps = [.. counted.Steps.Where(step => step.Layer < Layer.Planned)] };
        return new(time, shown, published.Say(block) ? PlannedIn(counted, members, question) : null);
    }

    // Of those with a shift, who does not fall out before the last layer.
    private static IReadOnlyList<EmployeeId> PlannedIn(LayerBlock counted, List<StaffMember> members, LayerQuestion question)
    {
        var lost = counted.Steps.Where(step => step.Change < 0).Select(step => step.Person).ToHashSet();
        return [.. members.Where(member => !lost.Contains(member.Id) && member.Shifts.Any(shift => shift.Team == question.Team && shift.Function == question.Function && shift.Shift.Time.Start < question.Range.End && question.Range.Start < shift.Shift.Time.End)).Select(member => member.Id)];
    }

    // Where a roster begins and ends, where shifts do, and where the rest around them does on days that no roster has.
    private static IEnumerable<DateTimeOffset> MomentsOf(Officer person, PublishedShifts published, TenantId owner)
    {
        var days = published.DaysOf(person, owner);
        foreach (var time in days.Concat(published.Shifts[person.Name].Select(rostered => rostered.Shift.Time)))
        {
            yield return time.Start;
            yield return time.End;
        }
        if (days.Count == 0) yield break;
        var all = new Interval(days.Min(time => time.Start), days.Max(time => time.End));
        var rests = RequiredRest.Around(new(new(person.Name.Value), [.. published.Shifts[person.Name].Select(rostered => rostered.Shift)], all, WorkingTimeRules.Statutory));
        foreach (var moment in rests.SelectMany(rest => new[] { rest.Time.Start, rest.Time.End }).Where(moment => !days.Any(time => time.Start < moment && moment < time.End))) yield return moment;
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

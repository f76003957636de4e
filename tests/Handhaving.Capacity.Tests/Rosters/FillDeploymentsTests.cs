using CsCheck;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People;
using Handhaving.Capacity.Reservations;
using Handhaving.Capacity.Rosters;
using Handhaving.Capacity.Rosters.Deployments;

namespace Handhaving.Capacity.Tests.Rosters;

/// <summary>People on shift are put to promises as far as shifts reach, and never beyond what was promised.</summary>
public sealed class FillDeploymentsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ILookup<DeploymentName, Interval> Nobody = Array.Empty<Interval>().ToLookup(_ => default(DeploymentName));

    [Fact]
    public void The_fewest_shifts_that_do_are_taken_and_longer_ones_left_for_later_promises()
    {
        var (early, late) = (Promise(1, 1, 0, 16), Promise(2, 1, 8, 40));
        PlannedShift[] shifts = [Shift("a", 0, 8), Shift("b", 0, 16), Shift("c", 0, 40), Shift("d", 8, 16)];

        var filled = Fill([early, late], shifts);

        Assert.Equal([("b", early.Name), ("c", late.Name)], filled.Select(shift => (shift.Officer.Id, shift.Deployment ?? default)));
    }

    [Fact]
    public void Who_has_begun_already_who_serves_something_and_who_does_other_work_is_left()
    {
        var (promise, other) = (Promise(1, 3, 0, 16), Promise(2, 1, 0, 16));
        PlannedShift[] shifts = [Shift("begun", -8, 16), Shift("busy", 0, 16) with { Deployment = other.Name }, Shift("other", 0, 16) with { Function = "verkeer" }, Shift("free", 0, 16)];

        Assert.Equal(["free"], FillDeployments.Of([promise], shifts, Nobody, Noon.AddHours(-1)).Select(shift => shift.Officer.Id));
    }

    [Fact]
    public void People_of_other_rosters_count()
    {
        var promise = Promise(1, 1, 0, 16);

        Assert.Empty(FillDeployments.Of([promise], [Shift("a", 0, 16)], new[] { promise }.ToLookup(one => one.Name, one => one.Time), Noon.AddHours(-1)));
    }

    [Fact]
    public void A_promise_never_gets_more_than_was_promised_and_no_block_stays_open_that_a_free_shift_could_fill() =>
        Gen.Select(Gen.Int[1, 3], Gen.Select(Gen.Int[0, 20], Gen.Int[1, 20]).List[0, 12]).Sample((count, times) =>
        {
            var promise = Promise(1, count, 4, 20);
            PlannedShift[] shifts = [.. times.Select((time, number) => Shift($"p{number}", time.Item1, time.Item1 + time.Item2))];

            var filled = Fill([promise], shifts);

            var cover = DeploymentCover.Of(promise, [.. filled.Select(shift => shift.Time)]);
            Assert.False(cover.IsOver);
            Assert.All(filled, shift => Assert.True(DeploymentCover.Meets(promise, shift.Time)));
            var left = shifts.Where(shift => !filled.Any(one => one.Officer == shift.Officer));
            Assert.DoesNotContain(left, shift => cover.Gaps.Any(gap => DeploymentCover.Covers(shift.Time, gap.Time.Start)) && !DeploymentCover.Of(promise, [.. filled.Select(one => one.Time), shift.Time]).IsOver);
        });

    [Fact]
    public void Missing_people_and_those_who_are_there_add_up_to_the_promise() =>
        Gen.Select(Gen.Int[1, 4], Gen.Select(Gen.Int[-4, 20], Gen.Int[1, 20]).List[0, 8]).Sample((count, times) =>
        {
            var promise = Promise(1, count, 0, 16);
            List<Interval> there = [.. times.Select(time => new Interval(Noon.AddMinutes(15 * time.Item1), Noon.AddMinutes(15 * (time.Item1 + time.Item2))))];

            var cover = DeploymentCover.Of(promise, there);

            foreach (var block in promise.Time.Blocks())
                Assert.Equal(Math.Max(0, count - there.Count(time => DeploymentCover.Covers(time, block))), cover.Gaps.Where(gap => gap.Time.Start <= block && block < gap.Time.End).Sum(gap => gap.Missing));
        });

    private static IReadOnlyList<PlannedShift> Fill(IReadOnlyList<PromisedPeople> promises, IReadOnlyList<PlannedShift> shifts) => FillDeployments.Of(promises, shifts, Nobody, Noon.AddHours(-1));

    private static PromisedPeople Promise(int line, int count, int from, int until) => new(new(new ReservationName("0888", Guid.Empty), line), "carnaval", "noodhulp", count, Time(from, until));

    private static PlannedShift Shift(string officer, int from, int until) => new() { Id = Guid.NewGuid(), Officer = new OfficerName(new("westelijke-mijnstreek"), officer), Function = "noodhulp", Time = Time(from, until), BreakMinutes = 0 };

    // In quarters of an hour after noon.
    private static Interval Time(int from, int until) => new(Noon.AddMinutes(15 * from), Noon.AddMinutes(15 * until));
}

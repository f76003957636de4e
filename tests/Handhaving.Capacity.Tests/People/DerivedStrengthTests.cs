using CsCheck;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Layers;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Strengths;
using Handhaving.Capacity.People.Teams;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Tests.People;

public sealed class DerivedStrengthTests
{
    [Fact]
    public void Nothing_that_happens_is_one_segment_and_the_end_of_an_akte_begins_another()
    {
        var range = new Interval(Given.At(1, 0), Given.At(8, 0));

        Assert.Equal(range, Assert.Single(DerivedStrength.Of(Given.Posts(), [Given.Officer("a"), Given.Officer("b")], PublishedShifts.None, range)).Time);
        var parted = DerivedStrength.Of(Given.Posts(), [Given.Officer("a"), Given.Officer("b", appointments: [Given.Akte(new(2026, 12, 3))])], PublishedShifts.None, range);
        Assert.Equal([(Given.At(1, 0), 2), (Given.At(4, 0), 1)], parted.Select(segment => (segment.Time.Start, segment.Block.Plannable)));
        Assert.Equal((LayerCause.Appointment, "Expired"), Assert.Single(parted[1].Block.Steps.Select(step => (step.Cause, step.Rule))));
    }

    [Fact]
    public void An_absence_within_a_block_takes_the_whole_block()
    {
        var away = Given.Officer("a").Report(Given.Absence(AbsenceKind.Training, Given.At(1, 9, 20), Given.At(1, 10, 5)), Given.Act);

        var segments = DerivedStrength.Of(Given.Posts(1), [away], PublishedShifts.None, new(Given.At(1, 8), Given.At(1, 12)));

        Assert.Equal([(Given.At(1, 8), 1), (Given.At(1, 9, 15), 0), (Given.At(1, 10, 15), 1)], Merged(segments));
    }

    [Fact]
    public void Somebody_lent_counts_for_the_borrower_where_the_akte_holds_and_no_more_at_home()
    {
        var beek = new TenantId("0888");
        var lent = Given.Officer("a", appointments: [Given.Akte() with { Territory = ["0971", "0888"] }], owner: beek).Report(Given.Absence(AbsenceKind.LentOut, Given.At(1, 8), Given.At(1, 12), Given.Stein), Given.Act);
        var range = new Interval(Given.At(1, 6), Given.At(1, 14));
        var home = new FunctionPosts(new(new(beek, "boa-1"), CompetenceDomain.PublicSpace, false), 1);

        Assert.Equal([(Given.At(1, 6), 0), (Given.At(1, 8), 1), (Given.At(1, 12), 0)], Merged(DerivedStrength.Of(Given.Posts(0), [lent], PublishedShifts.None, range)));
        Assert.Equal([(Given.At(1, 6), 1), (Given.At(1, 8), 0), (Given.At(1, 12), 1)], Merged(DerivedStrength.Of(home, [lent], PublishedShifts.None, range)));
        Assert.Contains(DerivedStrength.Of(Given.Posts(0), [lent], PublishedShifts.None, range)[1].Block.Steps, step => step is { Cause: LayerCause.LentIn, Change: 1 });
    }

    [Fact]
    public void Free_days_and_exempt_nights_follow_the_local_clock()
    {
        var sunday = Given.Officer("a", [Given.Contract() with { FixedFreeDays = [DayOfWeek.Sunday], NightExempt = true }]);

        var segments = DerivedStrength.Of(Given.Posts(1), [sunday], PublishedShifts.None, new(Given.At(5, 12), Given.At(7, 12)));

        Assert.Equal([(Given.At(5, 12), 1), (Given.At(6, 0), 0), (Given.At(7, 6), 1)], Merged(segments));
    }

    [Theory]
    [InlineData(2027, 3, 28, 23)]
    [InlineData(2027, 10, 31, 25)]
    public void A_free_sunday_on_which_the_clock_changes_is_as_long_as_it_lasts(int year, int month, int day, int hours)
    {
        var sunday = new DateOnly(year, month, day);
        var free = Given.Officer("a", [Given.Contract() with { FixedFreeDays = [DayOfWeek.Sunday] }]);

        var segments = DerivedStrength.Of(Given.Posts(1), [free], PublishedShifts.None, new(DutchClock.Midnight(sunday.AddDays(-1)), DutchClock.Midnight(sunday.AddDays(2))));

        Assert.Equal(TimeSpan.FromHours(hours), new TimeSpan(segments.Where(segment => segment.Block.Plannable == 0).Sum(segment => (segment.Time.End - segment.Time.Start).Ticks)));
    }

    [Fact]
    public void Segments_say_of_every_block_what_counting_it_alone_says_and_their_steps_add_up() => Gen.Select(
        Gen.Select(Gen.Int[0, 60], Gen.Int[1, 40], Gen.Int[1, 7], Gen.Bool, Gen.Bool).Array[0, 4], Gen.Int[0, 3]).Sample((drawn, posts) =>
        {
            var range = new Interval(Given.At(24, 7, 5), Given.At(26, 3, 10));
            Officer[] people = [.. drawn.Select((one, number) => Given.Officer($"o{number}", [Given.Contract(until: one.Item4 ? new(2026, 12, 24) : null) with { NightExempt = one.Item5 }])
                .Report(Given.Absence((AbsenceKind)one.Item3, Given.At(24, 6).AddMinutes(37 * one.Item1), Given.At(24, 6).AddMinutes(37 * (one.Item1 + one.Item2))), Given.Act))];

            var published = new PublishedShifts([new("boa", new(Given.At(25, 0), Given.At(26, 0)))],
                people.Where((_, number) => number % 2 == 0).ToLookup(officer => officer.Name, officer => new RosteredShift(new(new(Given.At(25, 8).AddMinutes(officer.Absences.Count * 20), Given.At(26, 1)), [], ShiftKind.Planned), Given.Stein, "boa-1")));

            var byBlock = DerivedStrength.Of(Given.Posts(posts), people, published, range).SelectMany(segment => segment.Time.Blocks().Select(start => (start, segment.Block, segment.Planned))).ToList();

            Assert.Equal(range.Blocks(), byBlock.Select(one => one.start));
            foreach (var (start, block, planned) in byBlock)
            {
                var alone = DerivedStrength.Of(Given.Posts(posts), people, published, new(start, start + Interval.Block));
                Assert.Equal(Assert.Single(alone).Block.Steps, block.Steps);
                Assert.Equal(alone[0].Planned, planned);
                Assert.Equal(start >= Given.At(25, 0) && start < Given.At(26, 0), planned is not null);
                Assert.True(planned is null || planned.Count == block.Plannable);
                var strength = StrengthCauses.StrengthOf(block);
                Assert.Equal((block.Staffed, block.Deployable, block.Plannable), (strength.Staffed, strength.Deployable, strength.Plannable));
            }
        }, iter: 40);

    private static IEnumerable<(DateTimeOffset, int)> Merged(IReadOnlyList<StrengthSegment> segments)
    {
        int? before = null;
        foreach (var segment in segments)
        {
            if (segment.Block.Plannable != before) yield return (segment.Time.Start, segment.Block.Plannable);
            before = segment.Block.Plannable;
        }
    }
}

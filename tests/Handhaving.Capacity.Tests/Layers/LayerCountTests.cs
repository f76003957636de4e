using CsCheck;
using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Layers;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Tests.Layers;

public sealed class LayerCountTests
{
    private const string Patrol = "toezicht";
    private static readonly TenantId Stein = new("0971");
    private static readonly TenantId Beek = new("0888");
    private static readonly DateOnly Day = new(2026, 12, 1);
    private static readonly Interval Noon = new(At(Day, 12), At(Day, 12).AddMinutes(15));

    [Theory]
    [InlineData("2026-11-30", 96)]
    [InlineData("2026-03-29", 92)]
    [InlineData("2026-10-25", 100)]
    public void A_local_day_has_its_blocks(string day, int blocks)
    {
        var date = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(blocks, Count(3, new(DutchClock.Midnight(date), DutchClock.Midnight(date.AddDays(1))), Member("a")).Count);
    }

    [Fact]
    public void Each_person_is_lost_once_and_by_the_first_cause()
    {
        var block = AtNoon(9,
            Member("planned", [Shift(8, 16)]),
            Member("unchosen"),
            Member("ill", AbsenceKind.LongTermSick, AbsenceKind.Leave),
            Member("lent-out", AbsenceKind.LentOut),
            Member("leave", AbsenceKind.Leave),
            Member("resting", [Shift(0, 8)]),
            Member("elsewhere", [Shift(8, 16, "markt")]),
            Member("no-akte") with { Competences = new([]) });

        Assert.Equal((9, 8, 5, 2, 1), (block.Established, block.Staffed, block.Deployable, block.Plannable, block.Planned));
        Assert.Equal(
        [
            (Layer.Staffed, LayerCause.Vacancy, null, null),
            (Layer.Planned, LayerCause.NotChosen, "unchosen", null),
            (Layer.Deployable, LayerCause.LongTermSick, "ill", null),
            (Layer.Deployable, LayerCause.LentOut, "lent-out", null),
            (Layer.Plannable, LayerCause.Leave, "leave", null),
            (Layer.Plannable, LayerCause.Rest, "resting", WorkingTimeRuleIds.DailyRest),
            (Layer.Plannable, LayerCause.OtherFunction, "elsewhere", null),
            (Layer.Deployable, LayerCause.Appointment, "no-akte", "Domain"),
        ], block.Steps.Select(step => (step.Layer, step.Cause, step.Person?.Value, step.Rule)));
    }

    [Fact]
    public void More_people_than_posts_and_people_lent_in_are_flagged()
    {
        var block = AtNoon(1, Member("a"), Member("b"), Member("c") with { Contract = Contract(Beek), LentIn = [Noon] }, Member("d") with { Contract = Contract(Beek) });

        Assert.Equal((true, 1, 2, 3, 3, 0), (block.OverOccupied, block.LentIn, block.Staffed, block.Deployable, block.Plannable, block.Planned));
    }

    [Fact]
    public void Who_is_lent_in_counts_in_one_function_whatever_else_the_person_may_do()
    {
        var lent = Member("c") with { Contract = Contract(Beek) with { Function = "boa-2", Functions = new HashSet<string> { "boa-2", Contract(Beek).Function } }, LentIn = [Noon] };

        Assert.Equal(0, AtNoon(1, lent).LentIn);
    }

    [Fact]
    public void Somebody_on_the_roster_who_is_not_available_is_flagged_and_not_counted()
    {
        var block = AtNoon(1, Member("a", [Shift(8, 16)], AbsenceKind.Sick));

        Assert.Equal((0, 0), (block.Plannable, block.Planned));
        Assert.Contains(new LayerStep(Layer.Planned, LayerCause.PlannedThoughUnavailable, new("a"), 0, null), block.Steps);
    }

    [Fact]
    public void Trainees_and_a_test_that_has_lapsed_stop_at_staffed_and_a_night_exemption_at_deployable()
    {
        Assert.Equal((1, 0), Stops(Member("a") with { Trainee = true }, 12));
        Assert.Equal((1, 0), Stops(Member("a") with { Competences = new([Akte with { UseOfForceUntil = Day.AddDays(-1) }]) }, 12));
        Assert.Equal((1, 1), Stops(Member("a") with { Contract = Contract(Stein) with { NightExempt = true } }, 12));

        var night = new LayerCount(WorkingTimeRules.Statutory).Count(Question(1, new(At(Day, 5), At(Day, 6).AddMinutes(15))), [Member("a") with { Contract = Contract(Stein) with { NightExempt = true } }]);
        Assert.Equal([0, 0, 0, 0, 1], night.Select(block => block.Plannable));
    }

    [Fact]
    public void Nobody_is_given_twice_and_posts_are_not_negative()
    {
        Assert.Equal(LayerRules.EachOnce, Assert.Throws<RuleBroken>(() => AtNoon(1, Member("a"), Member("a"))).Rule);
        Assert.Equal(LayerRules.PostsNotNegative, Assert.Throws<RuleBroken>(() => AtNoon(-1)).Rule);
        Assert.Equal(LedgerRules.NotEmpty, Assert.Throws<RuleBroken>(() => Count(1, new(Noon.Start, Noon.Start))).Rule);
    }

    [Fact]
    public void Layers_only_fall_but_for_what_is_flagged() =>
        Gen.Select(Gen.Int[0, 5], Gen.Select(Gen.Int[0, 7], Gen.Int[0, 23], Gen.Bool).Array[0, 6]).Sample((posts, drawn) =>
        {
            StaffMember[] people = [.. drawn.Select((one, number) => Member($"{number}", one.Item2 < 16 ? [Shift(one.Item2, one.Item2 + 8)] : [], one.Item1 > 0 && (int)AbsenceKind.Restricted >= one.Item1 ? [(AbsenceKind)one.Item1] : [])
                with { Contract = Contract(one.Item3 ? Stein : Beek), LentIn = one.Item1 == 7 ? [Noon] : [] })];

            var block = AtNoon(posts, people);

            Assert.True(block.Staffed <= block.Established || block.OverOccupied);
            Assert.True(block.Deployable <= block.Staffed + block.LentIn);
            Assert.True(block.Plannable <= block.Deployable && block.Planned <= block.Plannable && block.Planned >= 0);
            Assert.True(block.Steps.Where(step => step.Change < 0 && step.Person is not null).GroupBy(step => step.Person).All(lost => lost.Count() == 1));
        }, iter: 300);

    private static (int Staffed, int Deployable) Stops(StaffMember member, int hour)
    {
        var block = new LayerCount(WorkingTimeRules.Statutory).Count(Question(1, new(At(Day, hour), At(Day, hour).AddMinutes(15))), [member])[0];
        return (block.Staffed, block.Deployable);
    }

    private static LayerBlock AtNoon(int posts, params StaffMember[] people) => Count(posts, Noon, people)[0];

    private static IReadOnlyList<LayerBlock> Count(int posts, Interval range, params StaffMember[] people) => new LayerCount(WorkingTimeRules.Statutory).Count(Question(posts, range), people);

    [Fact]
    public void Where_a_roster_is_published_who_has_no_shift_in_it_is_not_plannable_and_who_works_elsewhere_counts_there()
    {
        var rostered = new Interval(At(Day, 0), At(Day.AddDays(1), 0));
        var works = Member("works", [Shift(8, 16)]) with { Rostered = [rostered] };
        var off = Member("off") with { Rostered = [rostered] };
        var elsewhere = Member("elsewhere", [Shift(8, 16, "balie")]) with { Rostered = [rostered] };

        var block = AtNoon(3, works, off, elsewhere);
        var desk = new LayerCount(WorkingTimeRules.Statutory).Count(Question(1, Noon) with { Function = "balie" }, [works, off, elsewhere])[0];

        Assert.Equal((3, 1, 1), (block.Deployable, block.Plannable, block.Planned));
        Assert.Equal([("off", LayerCause.NotRostered), ("elsewhere", LayerCause.OtherFunction)], block.Steps.Where(step => step.Layer is Layer.Plannable).Select(step => ($"{step.Person}", step.Cause)));
        Assert.Equal((0, 1, 1), (desk.Staffed, desk.Plannable, desk.Planned));
        Assert.Equal("elsewhere", $"{Assert.Single(desk.Steps, step => step.Cause is LayerCause.RosteredIn).Person}");
    }

    private static LayerQuestion Question(int posts, Interval range) => new(Stein, Patrol, posts, CompetenceDomain.PublicSpace, Stein, NeedsUseOfForceTest: true, range);

    private static StaffMember Member(string id, params AbsenceKind[] absences) => Member(id, [], absences);

    private static StaffMember Member(string id, RosteredShift[] shifts, params AbsenceKind[] absences) =>
        new(new(id), Contract(Stein), new([Akte]), new([.. absences.Select(kind => new Absence(kind, new(At(Day, 0), At(Day, 23)), AbsenceCertainty.Confirmed))], new HashSet<DayOfWeek>()), [], false, shifts, []);

    private static Appointment Akte => new(CompetenceDomain.PublicSpace, ["NL"], new(2024, 1, 1), new(2028, 12, 31), [], new DateOnly(2027, 1, 1));

    private static Contract Contract(TenantId team) => new(team, Patrol, new HashSet<string> { Patrol }, new(At(Day.AddYears(-1), 0), At(Day.AddYears(1), 0)), false);

    private static RosteredShift Shift(int from, int until, string function = Patrol) => new(new(new(At(Day, from), At(Day, 0).AddHours(until)), [], ShiftKind.Planned), Stein, function);

    private static DateTimeOffset At(DateOnly day, int hour) => DutchClock.At(day, new(hour, 0));
}

using CsCheck;
using Handhaving.Capacity.Rostering;
using Handhaving.Capacity.Rostering.Gaps;
using Handhaving.Capacity.Rostering.Problem;

namespace Handhaving.Capacity.Tests.Rostering;

public class OpenShiftsTests
{
    private static readonly ExclusionReason[] Excluded = [ExclusionReason.NotQualified, ExclusionReason.Leave, ExclusionReason.Leave, ExclusionReason.NoAppointment];

    [Fact]
    public void An_open_shift_lists_why_nobody_fills_it()
    {
        var people = Excluded.Select((reason, at) => Given.Employee($"X{at}", null, [new(1, Given.Early, reason)]))
            .Append(Given.Employee("rest")).Append(Given.Employee("late")).Append(Given.Employee("hours", Given.Limits with { Minutes = new(0, 480) }))
            .Append(Given.Employee("pin", null, null, [new(1, null)])).Append(Given.Employee("willing"));
        var problem = Given.Problem(3, [.. people], [new(1, Given.Early, 2, 100, 1)]);

        var open = Assert.Single(OpenShifts.Of(problem, Given.Row("...", "...", "...", "...", "L..", ".L.", "..E", "...", "...")));

        Assert.Equal((1, Given.Early, 2, 8), (open.Day, open.Kind, open.Missing, open.Qualified));
        Assert.Equal("8 bevoegd: 2 verlof, 1 andere dienst, 1 akte, 1 dag staat vast, 1 rust, 1 uren of aantal diensten, 1 kan, maar kost elders meer; 1 niet bevoegd", open.Dutch);
    }

    [Fact]
    public void A_shift_with_enough_people_is_not_open() =>
        Assert.Empty(OpenShifts.Of(Given.Problem(1, [Given.Employee("A")], [new(0, Given.Early, 1, 100, 1)]), Given.Row("E")));

    [Fact]
    public void The_reasons_sum_to_the_qualified_and_with_those_who_are_not_to_all_people() => Gen.Select(RandomProblem.Any, RandomProblem.Rows).Sample(
        (problem, roster) => Assert.All(OpenShifts.Of(problem, roster), open => Assert.Equal((open.Qualified, problem.Employees.Count), (open.Reasons.Values.Sum(), open.People))), iter: 1000);
}

using System.Text.Json;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Recommendation.Staffing;

namespace Handhaving.Dispatch.Tests.Recommendation;

/// <summary>How many people a unit needs at which hours, and how long it must be able to stay (dispatch 5).</summary>
public sealed class CrewWindowTests
{
    private const string Evenings = """[{"days":["Friday","Saturday"],"from":"18:00:00","to":"06:00:00","minimum":2},{"days":["Sunday"],"from":"00:00:00","to":"00:00:00","minimum":3,"types":["youth"]}]""";
    private static readonly StaffingTerms Terms = new([0, 10, 20, 30, 40], CrewWindow.Read(Evenings));

    [Theory]
    [InlineData("2026-03-06T16:59:59Z", 1)] // Friday 17:59:59 in the Netherlands
    [InlineData("2026-03-06T17:00:00Z", 2)]
    [InlineData("2026-03-07T04:59:59Z", 2)] // the next morning
    [InlineData("2026-03-07T05:00:00Z", 1)]
    [InlineData("2026-03-08T04:00:00Z", 2)] // Saturday's night, on Sunday
    [InlineData("2026-03-05T22:00:00Z", 1)] // Thursday
    public void It_holds_from_its_day_to_the_next_morning(string now, int minimum) => Assert.Equal(minimum, Terms.Over(Given.Demand(Given.Parking), 3, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)).MinimumCrew);

    [Fact]
    public void It_holds_for_the_kinds_or_families_it_names_and_from_midnight_to_midnight_is_a_whole_day()
    {
        var sunday = new DateTimeOffset(2026, 3, 8, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal((3, Given.Parking.MinimumCrew), (Terms.Over(Given.Demand(Given.Youth), 3, sunday).MinimumCrew, Terms.Over(Given.Demand(Given.Parking), 3, sunday).MinimumCrew));
    }

    [Fact]
    public void A_unit_alone_is_rejected_in_the_hours_of_pairs()
    {
        var demand = Terms.Over(Given.Demand(Given.Parking), 3, new(2026, 3, 6, 20, 0, 0, TimeSpan.Zero));

        Assert.Equal([Rejection.CrewOf(1, 2)], UnitFilter.Reject(Given.Unit(), demand, Given.Now));
    }

    [Fact]
    public void C21_duty_and_akte_last_as_long_as_the_job_is_expected_to_take()
    {
        var evening = new DateTimeOffset(2026, 3, 2, 22, 45, 0, TimeSpan.Zero); // a quarter to midnight
        var ending = Given.Unit() with { Duty = Given.Unit().Duty with { EndsAt = evening.AddMinutes(15) } };
        var expiring = Given.Unit(crew: [[Given.Appointment(to: "2026-03-02")]]);

        Assert.Equal([new(RejectionCode.DutyOver, "de dienst eindigt om 00:00, en deze melding duurt naar verwachting van 23:45 tot 00:05")], Reject(ending, 3, evening));
        Assert.Equal([new(RejectionCode.AppointmentExpired, "de akte is niet geldig op 02-03-2026 tot en met 03-03-2026 (geldig van 01-01-2025 tot en met 02-03-2026)")], Reject(expiring, 3, evening));
        Assert.Empty(Reject(ending, 2, evening).Concat(Reject(expiring, 1, evening)));
    }

    [Fact]
    public void A_window_that_names_no_kinds_holds_for_all()
    {
        const string json = """[{"days":["Friday"],"from":"18:00:00","to":"23:00:00","minimum":2,"types":null}]""";

        Assert.Empty(CrewWindow.ProblemsOf(JsonElement.Parse(json)));
        Assert.True(Assert.Single(CrewWindow.Read(json)).Holds(Given.Parking, new(2026, 3, 6, 20, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("{}", "niet leesbaar")]
    [InlineData("[null]", "leeg venster")]
    [InlineData("""[{"days":[],"from":"18:00:00","to":"06:00:00","minimum":2}]""", "noemt geen dagen")]
    [InlineData("""[{"days":["Friday"],"from":"18:00:00","to":"06:00:00","minimum":1}]""", "tussen 2 en 8")]
    [InlineData("""[{"days":["Friday"],"from":"18:00:00","to":"06:00:00","minimum":2,"types":["draken"]}]""", "draken bestaat niet")]
    [InlineData("""[{"days":["Friday"],"minimum":2}]""", "niet leesbaar")]
    [InlineData("""[{"days":["vrijdag"],"from":"18:00:00","to":"06:00:00","minimum":2}]""", "niet leesbaar")]
    public void A_list_that_cannot_be_kept_is_refused_with_what_is_wrong(string json, string problem) =>
        Assert.Contains(problem, Assert.Single(CrewWindow.ProblemsOf(JsonElement.Parse(json))), StringComparison.Ordinal);

    private static IEnumerable<Rejection> Reject(Dispatch.Units.UnitOnDuty unit, int priority, DateTimeOffset now) => UnitFilter.Reject(unit, (Terms with { Windows = [] }).Over(Given.Demand(Given.Parking), priority, now), now);
}

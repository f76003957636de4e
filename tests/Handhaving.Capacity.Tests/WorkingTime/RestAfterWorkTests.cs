using Handhaving.Capacity.WorkingTime;
using Handhaving.Capacity.WorkingTime.Rests;
using static Handhaving.Capacity.Tests.WorkingTime.Given;

namespace Handhaving.Capacity.Tests.WorkingTime;

public sealed class RestAfterWorkTests
{
    [Fact]
    public void A_shift_that_ended_as_planned_gives_no_warning() =>
        Assert.Null(RestAfterWork.Warn(Person, [Shift(0, 14, 22)], Shift(1, 9, 17), WorkingTimeRules.Statutory));

    [Fact]
    public void An_incident_after_the_end_says_by_how_much_rest_falls_short_and_when_to_start()
    {
        var warning = RestAfterWork.Warn(Person, [Shift(0, 14, 24)], Shift(1, 7, 15), WorkingTimeRules.Statutory);

        Assert.NotNull(warning);
        Assert.Equal((At(1, 8), TimeSpan.FromHours(1), At(1, 11)), (warning.EarliestStart, warning.Missing, warning.FullRestStart));
        Assert.Equal("De dienst van di 02-06 07:00 begint 1 uur te vroeg: het werk liep door tot di 02-06 00:00. Beginnen mag vanaf di 02-06 08:00, zonder uitzondering vanaf di 02-06 11:00.", warning.Dutch);
    }

    [Fact]
    public void With_the_short_rest_used_up_the_full_rest_is_the_earliest()
    {
        var warning = RestAfterWork.Warn(Person, [Shift(-3, 15, 23), Shift(-2, 7, 15), Shift(0, 14, 24)], Shift(1, 8, 15), WorkingTimeRules.Statutory);

        Assert.NotNull(warning);
        Assert.Equal((At(1, 11), TimeSpan.FromHours(3)), (warning.EarliestStart, warning.Missing));
    }

    [Fact]
    public void Work_that_runs_into_the_night_asks_the_rest_of_a_night_shift()
    {
        var warning = RestAfterWork.Warn(Person, [Shift(0, 18, 27)], Shift(1, 9, 15), WorkingTimeRules.Statutory);

        Assert.NotNull(warning);
        Assert.Equal((At(1, 11), At(1, 17)), (warning.EarliestStart, warning.FullRestStart));
    }

    [Fact]
    public void Work_that_runs_into_the_next_shift_asks_rest_from_its_end()
    {
        var warning = RestAfterWork.Warn(Person, [Shift(0, 20, 32)], Shift(1, 7, 15), WorkingTimeRules.Statutory);

        Assert.NotNull(warning);
        Assert.Equal((At(1, 20), At(1, 22)), (warning.EarliestStart, warning.FullRestStart));
    }
}

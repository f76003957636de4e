using Handhaving.Capacity.Demand;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Capacity.Tests.Queueing;

namespace Handhaving.Capacity.Tests.Demand;

public sealed class DemandCellTests
{
    private static readonly DateTimeOffset Night = new(2026, 10, 25, 0, 10, 0, TimeSpan.Zero);

    [Fact]
    public void Calls_are_counted_by_area_elapsed_hour_type_and_priority_with_their_mean_service_time()
    {
        var cells = DemandCell.Of([Given.Call(Night, Given.North), Given.Call(Night, Given.Centre, 1, 600), Given.Call(Night.AddMinutes(40), Given.Centre, 1, 1800), Given.Call(Night.AddHours(1), Given.Centre, 1)]);

        Assert.Equal(
            [
                new(Given.Centre, DutchClock.HourOf(Night), Given.Noise, 1, 2, 1200),
                new(Given.Centre, DutchClock.HourOf(Night.AddHours(1)), Given.Noise, 1, 1, 1200),
                new(Given.North, DutchClock.HourOf(Night), Given.Noise, 3, 1, 1200),
            ],
            cells);
        Assert.Equal([2, 2, 2], cells.Select(cell => cell.Hour.Hour));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    public void A_priority_that_is_none_is_refused(int priority) => Refused.By(DemandRules.Priority, () => Given.Call(Night, Given.North, priority));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_service_time_that_is_none_is_refused(double seconds) => Refused.By(DemandRules.ServiceTime, () => Given.Call(Night, Given.North, 3, seconds));
}

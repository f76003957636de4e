using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Incidents.Reading;

namespace Handhaving.Dispatch.Tests.Places;

/// <summary>The cells of a question are few, wherever it is asked.</summary>
public sealed class PlaceCellsTests
{
    [Theory]
    [InlineData(50.94, 5.79)]
    [InlineData(53.79, 7.39)]
    public void The_widest_question_touches_a_few_cells(double latitude, double longitude) =>
        Assert.InRange(PlaceCells.Around(new Point(latitude, longitude), 1000).Length, 9, 36);

    [Theory]
    [InlineData(89.9999, 1000)]
    [InlineData(90, 100)]
    [InlineData(50.94, 1_000_000)]
    public void A_circle_with_cells_without_end_is_refused_before_they_are_counted(double latitude, double radiusMeters) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PlaceCells.Around(new Point(latitude, 5.79), radiusMeters));
}

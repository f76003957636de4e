using CsCheck;
using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Recommendation.Travel;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Tests.Recommendation;

/// <summary>Of all duties with an end only those are looked at that end while a unit of that kind could be on its way.</summary>
public sealed class DutyEndsTests
{
    private static readonly Gen<Point> Places = Gen.Select(Gen.Double[50.62, 53.78], Gen.Double[3.22, 7.38], (latitude, longitude) => new Point(latitude, longitude));

    [Fact]
    public void It_gives_whose_duty_ends_after_one_moment_and_not_after_another_of_one_kind_alone()
    {
        var ends = new DutyEnds(Enumerable.Range(0, 100).Reverse().Select(minute => (minute % 2 == 0 ? UnitKind.Foot : UnitKind.Car, Given.Now.AddMinutes(minute), minute)));

        Assert.Equal([12, 14, 16], ends.Between(UnitKind.Foot, Given.Now.AddMinutes(10), Given.Now.AddMinutes(16)));
        Assert.Empty(ends.Between(UnitKind.Police, Given.Now, Given.Now.AddMinutes(90)));
        Assert.Empty(ends.Between(UnitKind.Car, Given.Now.AddMinutes(99), Given.Now.AddMinutes(200)));
    }

    [Fact]
    public void Nobody_in_the_box_is_longer_on_the_way_than_from_its_farthest_corner() => Gen.Select(Places.Array[1, 20], Places, Gen.Enum<UnitKind>()).Sample((points, to, kind) =>
    {
        var box = points.Aggregate((PointBox?)null, (box, point) => PointBox.Around(box, point)) ?? throw new InvalidOperationException();

        Assert.All(points, point => Assert.True(TravelTime.Between(point, to, kind).Time <= TravelTime.LongestAt(box.FarthestMeters(to), kind)));
    });
}

using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Scenario.Kinds;
using Handhaving.Simulator.Scenario.Places;
using Xunit;

namespace Handhaving.Simulator.Tests.Scenario;

public sealed class SurgeTests
{
    private static readonly EveningPlan NewYear = Draw("jaarwisseling");
    private static readonly EveningPlan GoingOut = Draw("horeca");

    [Fact]
    public void The_two_hours_around_midnight_are_ten_to_twenty_times_as_busy()
    {
        // Twenty New Years: 23 h and 00 h against the same hours of ordinary evenings.
        var busy = Enumerable.Range(1, 20).Sum(seed => Around(Draw("jaarwisseling", seed)));
        var usual = Enumerable.Range(1, 20).Sum(seed => Around(PlanDraw.Draw(Scenarios.All["gewone-avond"], LoadLevel.All["L2"], seed, TimeSpan.FromHours(20), TimeSpan.FromHours(8))));

        Assert.InRange(busy / (double)usual, 12, 18);
        Assert.All(Enumerable.Range(1, 20), seed => Assert.InRange(Around(Draw("jaarwisseling", seed)) / (usual / 20.0), 9, 23));
    }

    [Fact]
    public void New_Year_is_fireworks_above_all()
    {
        var surge = NewYear.Reports.Where(IsAroundMidnight).ToList();

        Assert.InRange(surge.Count(report => report.Kind.Code == "fireworks.illegal") / (double)surge.Count, 0.45, 0.65);
    }

    [Fact]
    public void An_echo_lies_fifty_to_two_hundred_and_fifty_metres_from_its_event_and_minutes_later()
    {
        var byNumber = NewYear.Reports.ToDictionary(report => report.Number);
        var echoes = NewYear.Reports.Where(report => report.SameAs is not null).ToList();

        Assert.InRange(echoes.Count / (double)NewYear.Reports.Count, 0.3, 0.42);
        Assert.All(echoes, echo =>
        {
            var first = byNumber[echo.SameAs ?? 0];
            Assert.InRange(first.Place.MetersTo(echo.Place), 49.9, 250.1);
            Assert.InRange(echo.At - first.At, TimeSpan.Zero, TimeSpan.FromMinutes(20));
            Assert.Equal((first.Kind, first.Priority, first.Neighbourhood.Municipality, Fate.Worked), (echo.Kind, echo.Priority, echo.Neighbourhood.Municipality, echo.Fate));
            Assert.Null(first.SameAs);
        });
    }

    [Fact]
    public void Going_out_happens_in_the_streets_of_cafes()
    {
        var streets = Region.Limburg.HorecaStreets.ToDictionary(street => street.Neighbourhood);
        var night = GoingOut.Reports.Where(report => KindMix.GoingOut.Contains(report.Kind)).ToList();

        Assert.NotEmpty(night);
        Assert.All(night, report => Assert.Contains(report.Neighbourhood, streets.Keys));
        Assert.All(["Sittard-Centrum", "Stein-Centrum", "Brunssum-Centrum", "Schaesberg"], name => Assert.Contains(night, report => report.Neighbourhood.Name == name));
        Assert.True(night.Count > GoingOut.Reports.Count / 3);
    }

    [Fact]
    public void Little_of_going_out_is_fireworks()
    {
        var night = GoingOut.Reports.Where(report => KindMix.GoingOut.Contains(report.Kind)).ToList();

        Assert.InRange(night.Count(report => report.Kind.Code == "fireworks.illegal") / (double)night.Count, 0, 0.06);
    }

    private static int Around(EveningPlan plan) => plan.Reports.Count(IsAroundMidnight);

    private static bool IsAroundMidnight(ReportPlan report) => report.At.TotalHours is >= 3 and < 5;

    private static EveningPlan Draw(string scenario, int seed = 3)
    {
        var shape = Scenarios.All[scenario];
        return PlanDraw.Draw(shape, LoadLevel.All["L2"], seed, shape.StartOfDay, shape.Duration);
    }
}

using System.Text.Json;
using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Scenario.Kinds;
using Handhaving.Simulator.Scenario.Places;
using Xunit;

namespace Handhaving.Simulator.Tests.Scenario;

public sealed class PlanDrawTests
{
    private static readonly LoadLevel Busy = new("busy", 40_000, 30, 20, BurstPerHour: 0);
    private static readonly EveningPlan Large = PlanDraw.Draw(Scenarios.All["gewone-dag"], Busy, 7, TimeSpan.Zero, TimeSpan.FromHours(24));

    public static TheoryData<string> Names() => [.. Scenarios.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_seed_gives_the_same_plan(string scenario)
    {
        Assert.Equal(Json(Draw(scenario, 42)), Json(Draw(scenario, 42)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Another_seed_gives_another_plan(string scenario)
    {
        Assert.NotEqual(Draw(scenario, 42).Reports, Draw(scenario, 43).Reports);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_longer_plan_begins_with_the_same_reports(string scenario)
    {
        var shape = Scenarios.All[scenario];
        var shorter = PlanDraw.Draw(shape, LoadLevel.All["L2"], 42, shape.StartOfDay, shape.Duration / 2).Reports;

        Assert.Equal(shorter, Draw(scenario, 42).Reports.Take(shorter.Count));
    }

    [Fact]
    public void A_known_seed_keeps_its_plan_over_releases()
    {
        var first = PlanDraw.Draw(Scenarios.All["gewone-avond"], LoadLevel.All["L1"], 1, TimeSpan.FromHours(18), TimeSpan.FromHours(6)).Reports[0];

        Assert.Equal(("traffic.closed-road", 2, IncidentSource.PoliceRequest, "Oirsbeek"), (first.Kind.Code, first.Priority, first.Source, first.Neighbourhood.Name));
    }

    [Theory]
    [InlineData("gewone-avond", 1, DayOfWeek.Monday)]
    [InlineData("gewone-avond", 7, DayOfWeek.Sunday)]
    [InlineData("gewone-avond", 8, DayOfWeek.Monday)]
    [InlineData("gewone-avond", -6, DayOfWeek.Monday)]
    [InlineData("horeca", 1, DayOfWeek.Friday)]
    [InlineData("horeca", 2, DayOfWeek.Saturday)]
    public void Each_seed_plays_the_next_day_of_its_scenario(string scenario, int seed, DayOfWeek day)
    {
        Assert.Equal(day, Draw(scenario, seed).Weekday);
    }

    [Theory]
    [InlineData(1, 0.038)]
    [InlineData(2, 0.588)]
    [InlineData(3, 0.091)]
    [InlineData(4, 0.240)]
    [InlineData(5, 0.041)]
    public void Priorities_come_in_their_measured_shares(int priority, double share)
    {
        Assert.Equal(share, Share(report => report.Priority == priority), 0.01);
    }

    [Theory]
    [InlineData(IncidentSource.Phone, 0.539)]
    [InlineData(IncidentSource.EmergencyRelay, 0.213)]
    [InlineData(IncidentSource.Officer, 0.173)]
    public void Sources_come_in_their_measured_shares(IncidentSource source, double share)
    {
        Assert.Equal(share, Share(report => report.Source == source), 0.01);
    }

    [Fact]
    public void Every_kind_of_incident_comes_in_its_share()
    {
        var total = KindMix.Ordinary.Sum(kind => kind.Weight);

        Assert.All(KindMix.Ordinary, kind => Assert.Equal(kind.Weight / total, Share(report => report.Kind == kind), 0.01));
    }

    [Fact]
    public void Reports_end_in_their_measured_shares()
    {
        Assert.Equal(0.016, Share(report => report.Fate == Fate.Cancelled), 0.003);
        Assert.Equal(0.024, Share(report => report.Fate == Fate.Reopened), 0.003);
        Assert.Equal(0.0036, Share(report => report.SameAs is not null), 0.0012);
        Assert.Equal(0.125, Share(report => report.NeedsBackup), 0.01);
        Assert.All(Large.Reports.Where(report => report is { Priority: Shares.PlannedPriority, SameAs: null }), report => Assert.NotEqual(Fate.Worked, report.Fate));
        var total = Shares.Outcomes.Sum(outcome => outcome.Share);
        Assert.All(Shares.Outcomes, outcome => Assert.Equal(outcome.Share / total, Share(report => report.Disposition == outcome.Disposition), 0.01));
    }

    [Fact]
    public void Work_on_scene_takes_its_measured_time()
    {
        var parking = Large.Reports.Where(report => report.Kind.OnScene == ServiceTime.Parking).Select(report => report.OnScene.TotalMinutes).Order().ToList();

        Assert.InRange(parking[parking.Count / 2], 8.6, 10.0);
        // Measured p90 41; a log-normal of this median and sigma has 38.6.
        Assert.InRange(parking[(int)(parking.Count * 0.9)], 34, 43);
    }

    [Fact]
    public void Reports_of_many_ordinary_days_spread_as_the_hours_do()
    {
        var hours = Enumerable.Range(1, 140).SelectMany(seed => PlanDraw.Draw(Scenarios.All["gewone-dag"], LoadLevel.All["L2"], seed, TimeSpan.Zero, TimeSpan.FromHours(24)).Reports)
            .CountBy(report => (int)report.At.TotalHours).ToDictionary();
        var total = hours.Values.Sum();

        Assert.InRange(total / 140.0, 1_060 * 0.98, 1_060 * 1.02);
        Assert.All(Enumerable.Range(0, 24), hour => Assert.Equal(
            Handhaving.Simulator.Scenario.Days.HourCurve.ShareAt(TimeSpan.FromHours(hour)), hours[hour] / (double)total, 0.003));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_report_lies_where_its_municipality_is_certain(string scenario)
    {
        Assert.All(Draw(scenario, 5).Reports, report => Assert.InRange(
            report.Neighbourhood.Point.MetersTo(report.Place), 0, (report.SameAs is null ? PlanDraw.JitterMeters : Region.MarginMeters) * 1.001));
    }

    [Fact]
    public void Every_neighbourhood_of_all_eight_municipalities_takes_part()
    {
        Assert.Equal(Region.Limburg.Neighbourhoods.Count, Large.Reports.Select(report => report.Neighbourhood).Distinct().Count());
        Assert.Equal(8, Large.Reports.Select(report => report.Neighbourhood.Municipality).Distinct().Count());
    }

    private static double Share(Func<ReportPlan, bool> holds) => Large.Reports.Count(holds) / (double)Large.Reports.Count;

    private static EveningPlan Draw(string scenario, int seed) => Draw(Scenarios.All[scenario], seed);

    private static EveningPlan Draw(ScenarioShape shape, int seed) => PlanDraw.Draw(shape, LoadLevel.All["L2"], seed, shape.StartOfDay, shape.Duration);

    private static string Json(EveningPlan plan) => JsonSerializer.Serialize(plan);
}

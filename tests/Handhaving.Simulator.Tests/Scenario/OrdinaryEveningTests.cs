using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Scenario;
using Xunit;

namespace Handhaving.Simulator.Tests.Scenario;

public sealed class OrdinaryEveningTests
{
    private static readonly LoadLevel Busy = new("busy", 40_000, 30, 20);
    private static readonly EveningPlan Large = Draw(7, Busy, TimeSpan.FromHours(24));

    [Fact]
    public void The_same_seed_gives_the_same_evening()
    {
        Assert.Equal(Draw(42, LoadLevel.All["L2"], TimeSpan.FromHours(6)).Reports, Draw(42, LoadLevel.All["L2"], TimeSpan.FromHours(6)).Reports);
    }

    [Fact]
    public void Another_seed_gives_another_evening()
    {
        Assert.NotEqual(Draw(42, LoadLevel.All["L2"], TimeSpan.FromHours(6)).Reports, Draw(43, LoadLevel.All["L2"], TimeSpan.FromHours(6)).Reports);
    }

    [Fact]
    public void A_longer_evening_begins_with_the_same_reports()
    {
        var shorter = Draw(42, LoadLevel.All["L2"], TimeSpan.FromHours(2)).Reports;

        Assert.Equal(shorter, Draw(42, LoadLevel.All["L2"], TimeSpan.FromHours(6)).Reports.Take(shorter.Count));
    }

    [Fact]
    public void A_known_seed_keeps_its_evening_over_releases()
    {
        var first = Draw(1, LoadLevel.All["L1"], TimeSpan.FromHours(6)).Reports[0];

        Assert.Equal(("assistance.citizen", 2, IncidentSource.Phone, "Oirsbeek"), (first.Kind.Code, first.Priority, first.Source, first.Neighbourhood.Name));
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
        var total = IncidentKind.All.Sum(kind => kind.Weight);

        Assert.All(IncidentKind.All, kind => Assert.Equal(kind.Weight / total, Share(report => report.Kind == kind), 0.01));
    }

    [Fact]
    public void Every_report_lies_near_its_neighbourhood()
    {
        Assert.All(Large.Reports, report =>
            Assert.InRange(report.Neighbourhood.Point.MetersTo(report.Place), 0, OrdinaryEvening.JitterMeters * 1.001));
    }

    [Fact]
    public void Every_neighbourhood_of_all_eight_municipalities_takes_part()
    {
        Assert.Equal(Region.Limburg.Neighbourhoods.Count, Large.Reports.Select(report => report.Neighbourhood).Distinct().Count());
        Assert.Equal(8, Large.Reports.Select(report => report.Neighbourhood.Municipality).Distinct().Count());
    }

    private static double Share(Func<ReportPlan, bool> holds) => Large.Reports.Count(holds) / (double)Large.Reports.Count;

    private static EveningPlan Draw(int seed, LoadLevel level, TimeSpan duration) =>
        OrdinaryEvening.Draw(seed, level, TimeSpan.FromHours(18), duration, Region.Limburg);
}

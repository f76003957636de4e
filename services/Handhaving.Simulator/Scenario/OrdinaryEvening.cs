using Handhaving.Dispatch.V1;

namespace Handhaving.Simulator.Scenario;

/// <summary>The scenario `gewone-avond`: an evening without anything special.</summary>
public static class OrdinaryEvening
{
    /// <summary>Reports lie within this distance of their neighbourhood's point.</summary>
    public const double JitterMeters = 200;

    private static readonly (int Priority, double Share)[] Priorities = [(1, 3.8), (2, 58.8), (3, 9.1), (4, 24.0), (5, 4.1)];

    /// <summary>Phone, emergency line, officer, radio (the police ask) and text (a public space report).</summary>
    private static readonly (IncidentSource Source, double Share)[] Sources =
    [
        (IncidentSource.Phone, 53), (IncidentSource.EmergencyRelay, 21), (IncidentSource.Officer, 17),
        (IncidentSource.PoliceRequest, 6), (IncidentSource.PublicSpaceReport, 1.4),
    ];

    /// <summary>Draws the evening. Each report draws from its own chance, so that one more report changes no other.</summary>
    public static EveningPlan Draw(int seed, LoadLevel level, TimeSpan startOfDay, TimeSpan duration, Region region)
    {
        var arrivals = Arrivals.Draw(new Chance(seed, "arrivals"), level.ReportsPerDay, startOfDay, duration);
        var reports = arrivals.Select((at, index) => DrawReport(new Chance(seed, $"report/{index + 1}"), index + 1, at, region));
        return new(seed, level, startOfDay, duration, [.. reports]);
    }

    private static ReportPlan DrawReport(Chance chance, int number, TimeSpan at, Region region)
    {
        var kind = chance.Pick(IncidentKind.All, kind => kind.Weight);
        var priority = chance.Pick(Priorities, choice => choice.Share).Priority;
        var source = chance.Pick(Sources, choice => choice.Share).Source;
        var neighbourhood = chance.Pick(region.Neighbourhoods, _ => 1);
        return new(number, at, kind, priority, source, neighbourhood, neighbourhood.Point.Jitter(chance, JitterMeters))
        {
            Entry = ServiceTime.Entry.Sample(chance),
            OnScene = kind.OnScene.Sample(chance),
        };
    }
}

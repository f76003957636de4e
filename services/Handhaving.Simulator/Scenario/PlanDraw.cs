using Handhaving.Simulator.Scenario.Days;
using Handhaving.Simulator.Scenario.Kinds;
using Handhaving.Simulator.Scenario.Places;

namespace Handhaving.Simulator.Scenario;

/// <summary>Draws the plan of an evening or a day. Each report draws from its own chance, so that one more report changes no earlier one.</summary>
public sealed class PlanDraw(ScenarioShape scenario, LoadLevel level, int seed, Region region)
{
    /// <summary>Reports lie within this distance of their neighbourhood's point; those of a surge too, and their echoes within <see cref="Region.MarginMeters"/>.</summary>
    public const double JitterMeters = 200;

    private static readonly TimeSpan EchoWindow = TimeSpan.FromMinutes(20);
    private readonly IReadOnlyList<Spot> spots = Spots.Of(scenario.Surge, level, seed, region);
    private readonly List<ReportPlan> reports = [];

    /// <summary>Draws from a time of day on.</summary>
    public static EveningPlan Draw(ScenarioShape scenario, LoadLevel level, int seed, TimeSpan startOfDay, TimeSpan duration) =>
        new PlanDraw(scenario, level, seed, Region.Limburg).Draw(startOfDay, duration);

    private EveningPlan Draw(TimeSpan startOfDay, TimeSpan duration)
    {
        var weekday = scenario.WeekdayOf(seed);
        var rate = new DayRate(level, weekday, startOfDay, scenario.Surge, FactorOf(scenario.Surge));
        foreach (var at in Arrivals.Draw(new Chance(seed, "arrivals"), rate, duration))
            reports.Add(DrawReport(new Chance(seed, $"report/{reports.Count + 1}"), at, rate.SurgeShareAt(at)));
        return new(scenario, level, seed, startOfDay, duration) { Weekday = weekday, Reports = reports };
    }

    private double FactorOf(Surge? surge) =>
        surge is null ? 1 : surge.LeastFactor + ((surge.MostFactor - surge.LeastFactor) * new Chance(seed, "surge").Next());

    private ReportPlan DrawReport(Chance chance, TimeSpan at, double surgeShare)
    {
        var surge = chance.Next() < surgeShare ? scenario.Surge : null;
        if (chance.Next() < (surge?.EchoShare ?? Shares.Duplicate / 100) && EchoOf(chance, at) is { } happened)
            return Complete(chance, at, happened.Kind, happened.Neighbourhood, Around(chance, happened)) with { SameAs = happened.Number, Priority = happened.Priority, Fate = Fate.Worked };
        var kind = chance.Pick(surge?.Kinds ?? scenario.Kinds, kind => kind.Weight);
        if (surge is not null)
        {
            var spot = chance.Pick(spots, spot => spot.Weight);
            return Complete(chance, at, kind, spot.Neighbourhood, spot.Point.Jitter(chance, JitterMeters / 2));
        }
        var neighbourhood = chance.Pick(region.Neighbourhoods, _ => 1);
        return Complete(chance, at, kind, neighbourhood, neighbourhood.Point.Jitter(chance, JitterMeters));
    }

    /// <summary>What happened in the last minutes, that others may report too; null when nothing did.</summary>
    private ReportPlan? EchoOf(Chance chance, TimeSpan at)
    {
        List<ReportPlan> recent = [.. reports.Where(report => report.At >= at - EchoWindow && report is { SameAs: null, Fate: Fate.Worked })];
        return recent.Count == 0 ? null : chance.Pick(recent, _ => 1);
    }

    /// <summary>Somebody else tells of it from 50 to 250 m away, in the same municipality.</summary>
    private static Point Around(Chance chance, ReportPlan happened) =>
        happened.Place.Ring(chance, 50, 250).Within(happened.Neighbourhood.Point, Region.MarginMeters);

    private ReportPlan Complete(Chance chance, TimeSpan at, IncidentKind kind, Neighbourhood neighbourhood, Point place)
    {
        var priority = chance.Pick(Shares.Priorities, choice => choice.Share).Priority;
        return new(reports.Count + 1, at, kind, neighbourhood, place)
        {
            Priority = priority,
            Source = chance.Pick(Shares.Sources, choice => choice.Share).Source,
            Entry = ServiceTime.Entry.Sample(chance),
            OnScene = kind.OnScene.Sample(chance),
            Fate = DrawFate(chance, priority),
            Disposition = chance.Pick(Shares.Outcomes, choice => choice.Share).Disposition,
            NeedsBackup = chance.Next() < Shares.Backup / 100,
        };
    }

    private static Fate DrawFate(Chance chance, int priority)
    {
        var draw = 100 * chance.Next();
        if (draw < Shares.Cancelled)
            return Fate.Cancelled;
        if (draw < Shares.Cancelled + Shares.Reopened)
            return Fate.Reopened;
        return priority == Shares.PlannedPriority ? Fate.Planned : Fate.Worked;
    }
}

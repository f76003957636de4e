using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Scenario.Places;

namespace Handhaving.Simulator.Actors.Units;

/// <summary>A unit on the street: where it is, how it moves, and what it is on.</summary>
public sealed class FieldUnit(Unit unit, Point start, Temperament temperament)
{
    /// <summary>A road is this much longer than the straight line.</summary>
    private const double RoadFactor = 1.3;

    private volatile Leg leg = new(start, start, TimeSpan.Zero, TimeSpan.Zero);
    private volatile Job? job;

    /// <summary>Resource name.</summary>
    public string Name => unit.Name;

    /// <summary>Owner: `municipalities/{code}` or `teams/{team}`.</summary>
    public string Parent { get; } = UnitNaming.ParentOf(unit.Name);

    /// <summary>How the crew answers offers.</summary>
    public Temperament Temperament => temperament;

    /// <summary>What it is on; null when it is free.</summary>
    public Job? Job => job;

    /// <summary>Average speed over the road.</summary>
    private double MetersPerSecond => unit.Kind switch
    {
        UnitKind.Foot => 1.4,
        UnitKind.Bike => 4.5,
        UnitKind.Car => 10,
        UnitKind.Police => 13,
        _ => throw new InvalidOperationException($"{unit.Name} has the unknown kind {unit.Kind}."),
    };

    /// <summary>It has an offer.</summary>
    public Job Begin(Job offered)
    {
        job = offered;
        return offered;
    }

    /// <summary>It is done with a job; one that took its place stays.</summary>
    public void Finish(Job done) => Interlocked.CompareExchange(ref job, null, done);

    /// <summary>Where it is at a simulated time.</summary>
    public Point At(TimeSpan now) => leg.At(now);

    /// <summary>Sets off for a place and says how long it will travel.</summary>
    public TimeSpan DriveTo(Point place, TimeSpan now)
    {
        var from = leg.At(now);
        var travel = TimeSpan.FromSeconds(from.MetersTo(place) * RoadFactor / MetersPerSecond);
        leg = new(from, place, now, travel);
        return travel;
    }

    /// <summary>A straight way from here to there; outside its time it stands at its ends.</summary>
    private sealed record Leg(Point From, Point To, TimeSpan Departure, TimeSpan Travel)
    {
        public Point At(TimeSpan now) =>
            Travel <= TimeSpan.Zero || now >= Departure + Travel ? To : From.Towards(To, Math.Max(0, (now - Departure) / Travel));
    }
}

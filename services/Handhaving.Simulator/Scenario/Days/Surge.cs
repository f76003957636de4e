using Handhaving.Simulator.Scenario.Kinds;

namespace Handhaving.Simulator.Scenario.Days;

/// <summary>Hours in which much more comes in than usual, of its own kinds and at its own places.</summary>
/// <param name="From">Time of day at which it begins.</param>
/// <param name="Length">How long it lasts; may pass midnight.</param>
/// <param name="LeastFactor">Times the usual rate at least; the seed draws between this and the next.</param>
/// <param name="MostFactor">Times the usual rate at most.</param>
public sealed record Surge(TimeSpan From, TimeSpan Length, double LeastFactor, double MostFactor)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>What comes in on top of the usual.</summary>
    public required IReadOnlyList<IncidentKind> Kinds { get; init; }

    /// <summary>Where that happens.</summary>
    public required SurgePlaces Places { get; init; }

    /// <summary>Share of those reports that tell of something that somebody reported minutes before.</summary>
    public required double EchoShare { get; init; }

    /// <summary>True when a level that names its own burst rate (L3: 60 a minute) has it here.</summary>
    public bool IsBurst { get; init; }

    /// <summary>Whether it is on at this time since the midnight of the first day.</summary>
    public bool IsOn(TimeSpan timeOfDay)
    {
        var since = TimeSpan.FromTicks(((timeOfDay - From).Ticks % Day.Ticks + Day.Ticks) % Day.Ticks);
        return since < Length;
    }
}

/// <summary>Where the reports of a surge lie.</summary>
public enum SurgePlaces
{
    /// <summary>In the streets where people go out.</summary>
    HorecaStreets = 1,

    /// <summary>At some places that the seed picks, where it happens again and again.</summary>
    Hotspots,
}

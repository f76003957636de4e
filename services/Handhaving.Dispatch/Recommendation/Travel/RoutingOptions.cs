using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Recommendation.Travel;

/// <summary>A routing engine that speaks the HTTP API of OSRM; section Routing of the configuration.</summary>
public sealed record RoutingOptions
{
    /// <summary>Its address; null = travel is reckoned.</summary>
    public Uri? Url { get; init; }

    /// <summary>How long a recommendation waits for it in all.</summary>
    public int BudgetMilliseconds { get; init; } = 150;

    /// <summary>How long nobody asks it after it failed.</summary>
    public int RestSeconds { get; init; } = 5;

    public string FootProfile { get; init; } = "foot";
    public string BikeProfile { get; init; } = "bike";
    public string CarProfile { get; init; } = "car";
    public string PoliceProfile { get; init; } = "car";

    public string ProfileOf(UnitKind kind) => kind switch
    {
        UnitKind.Foot => FootProfile,
        UnitKind.Bike => BikeProfile,
        UnitKind.Car => CarProfile,
        UnitKind.Police => PoliceProfile,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of unit."),
    };
}

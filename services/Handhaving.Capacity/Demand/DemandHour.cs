using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Demand;

/// <summary>Calls of one hour, area, family and priority, with the work that units had of them.</summary>
/// <param name="Area">District, or the municipality where that is not known.</param>
/// <param name="Family">Empty = nobody said what it is about.</param>
/// <param name="Priority">1 to 5; 0 = nobody said.</param>
/// <param name="Arrivals">Calls that came in.</param>
/// <param name="Served">Calls that a unit worked on and ended.</param>
/// <param name="BusySeconds">Of all units together on calls served, drive included.</param>
/// <param name="Travels">Times that a unit arrived.</param>
/// <param name="TravelSeconds">Of all of these together.</param>
public sealed record DemandHour(TenantId Municipality, AreaName Area, DateTimeOffset Start, CallTypeName Family, int Priority, int Arrivals, int Served, double BusySeconds, int Travels, double TravelSeconds)
{
    /// <summary>Null when none was served.</summary>
    public double? MeanServiceSeconds => Served > 0 ? BusySeconds / Served : null;

    /// <summary>Null when none arrived.</summary>
    public double? MeanTravelSeconds => Travels > 0 ? TravelSeconds / Travels : null;
}

/// <summary>Which calls are meant.</summary>
/// <param name="Areas">None = all.</param>
/// <param name="Families">None = all.</param>
public sealed record DemandFilter(IReadOnlyList<string> Areas, IReadOnlyList<string> Families)
{
    public static DemandFilter All { get; } = new([], []);
}

namespace Handhaving.Capacity.Demand;

/// <summary>Resource name of the area that a call came from.</summary>
public readonly record struct AreaName(string Value);

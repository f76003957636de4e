namespace Handhaving.Capacity.Demand;

/// <summary>Name of the type of incident that a call was about.</summary>
public readonly record struct CallTypeName(string Value);

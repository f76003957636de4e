namespace Handhaving.Capacity.Demand.Calendar;

/// <summary>A day on which demand is not that of its weekday.</summary>
/// <param name="Kind">Days of one kind teach about each other.</param>
/// <param name="LooksLike">The weekday that it resembles until there is history of its kind; null = its own.</param>
public sealed record SpecialDay(DateOnly Date, SpecialDayKind Kind, DayOfWeek? LooksLike);

/// <summary>Name of a kind of day: a holiday, or a yearly event that permits know.</summary>
public readonly record struct SpecialDayKind(string Value);

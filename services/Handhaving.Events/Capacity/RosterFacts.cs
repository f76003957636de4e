namespace Handhaving.Events.Capacity;

/// <summary>People work by this roster from now on.</summary>
/// <param name="Roster">Resource name.</param>
/// <param name="Owner">Municipality or team whose people it is about.</param>
/// <param name="StartsAt">Start of its first day.</param>
/// <param name="EndsAt">End of its last day.</param>
/// <param name="Crews">Who is in the crew of which unit when: all of the roster, so that the last fact of it is enough. Shifts without a unit are not told.</param>
/// <param name="Replaces">The roster whose place it took; null = none.</param>
/// <param name="Sequence">Version of the roster: a consumer that has a later one leaves this one.</param>
public sealed record RosterPublished(string Roster, string Owner, DateTimeOffset StartsAt, DateTimeOffset EndsAt, IReadOnlyList<PlannedCrewMember> Crews, string? Replaces, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>Shifts of a published roster changed.</summary>
/// <param name="Roster">Resource name.</param>
/// <param name="Owner">Municipality or team whose people it is about.</param>
/// <param name="StartsAt">Start of its first day.</param>
/// <param name="EndsAt">End of its last day.</param>
/// <param name="Crews">As they are since, all of them.</param>
/// <param name="Sequence">Version of the roster: a consumer that has a later one leaves this one.</param>
public sealed record RosterChanged(string Roster, string Owner, DateTimeOffset StartsAt, DateTimeOffset EndsAt, IReadOnlyList<PlannedCrewMember> Crews, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>Somebody planned in the crew of a unit.</summary>
/// <param name="Unit">Resource name of the unit.</param>
/// <param name="Officer">Resource name of the person.</param>
public readonly record struct PlannedCrewMember(string Unit, string Officer, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>Rest before a shift falls short, because work before it ran late; told once for each start of the shift. It warns and forbids nothing (ATW 5:10).</summary>
/// <param name="Shift">Resource name of its roster, with <c>/shifts/</c> and its id.</param>
/// <param name="Owner">Municipality or team whose roster it is.</param>
/// <param name="Officer">Resource name of the person.</param>
/// <param name="StartsAt">When the shift begins by plan.</param>
/// <param name="EarliestStart">From when on it would be lawful.</param>
/// <param name="Sequence">Always 1.</param>
public sealed record RestShort(string Shift, string Owner, string Officer, DateTimeOffset StartsAt, DateTimeOffset EarliestStart, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

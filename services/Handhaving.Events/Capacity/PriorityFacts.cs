namespace Handhaving.Events.Capacity;

/// <summary>Everybody who must be heard about a version of the priorities was: it holds in its period, until a later version holds.</summary>
/// <param name="Profile">Resource name of the version.</param>
/// <param name="Owner">Team or municipality whose priorities they are; a municipality without its own follows its team's.</param>
/// <param name="Version">From 1; a later one goes before an earlier one.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidUntil">Last day; afterwards it holds on while no other does.</param>
/// <param name="Themes">In their order: what several would take counts for the first.</param>
/// <param name="Sequence">Revision of the version; a repeated opinion tells the same again.</param>
public sealed record PrioritiesHeld(
    string Profile, string Owner, int Version, DateOnly ValidFrom, DateOnly ValidUntil, IReadOnlyList<HeldTheme> Themes, long Sequence, DateTimeOffset OccurredAt) : ICapacityFact;

/// <summary>A theme of the safety plan.</summary>
/// <param name="DisplayName">What people call it, in Dutch.</param>
/// <param name="Weight">Share of the hours that is meant for it, in percent, 1 to 99.</param>
/// <param name="Families">Families of incident types that count to it; none = all, in its areas.</param>
/// <param name="Areas">Codes of districts or municipalities in which they count; none = everywhere.</param>
public readonly record struct HeldTheme(string Code, string DisplayName, int Weight, IReadOnlyList<string> Families, IReadOnlyList<string> Areas);

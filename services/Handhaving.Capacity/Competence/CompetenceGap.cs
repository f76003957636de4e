namespace Handhaving.Capacity.Competence;

/// <summary>Why somebody may not do the work.</summary>
public enum CompetenceGapReason { Domain = 1, Territory, NotYetValid, Expired }

/// <summary>The first instant of a stretch at which no appointment gives the power, and why.</summary>
/// <param name="Dutch">What to tell a planner.</param>
public sealed record CompetenceGap(CompetenceGapReason Reason, DateTimeOffset At, string Dutch);

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>What a vote says.</summary>
public enum Stance { For = 1, Against }

/// <summary>What somebody votes, in which role.</summary>
public sealed record Ballot(TriangleRole Role, Stance Stance, string Motive);

/// <summary>A vote on one seat; it may be changed until the decision is taken.</summary>
public sealed record Vote(Seat Seat, Stance Stance, string Motive, string By, DateTimeOffset At);

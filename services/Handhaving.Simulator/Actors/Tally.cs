using System.Collections.Concurrent;

namespace Handhaving.Simulator.Actors;

/// <summary>What happened to a report or a unit, as the tally counts it.</summary>
public enum Happening
{
    /// <summary>A report was recorded.</summary>
    Reported = 1,

    /// <summary>An incident was closed for good.</summary>
    Closed,

    /// <summary>An incident was called off.</summary>
    Cancelled,

    /// <summary>An incident was set aside and taken up later.</summary>
    Held,

    /// <summary>A closed incident was opened again.</summary>
    Reopened,

    /// <summary>A second unit came to help.</summary>
    Backup,

    /// <summary>A unit was taken off a less urgent incident.</summary>
    Preempted,

    /// <summary>A crew refused an offer.</summary>
    Declined,

    /// <summary>An offer ended, or was taken back, before its crew answered.</summary>
    Late,

    /// <summary>A unit had its break.</summary>
    Break,

    /// <summary>The platform proposed incidents that may be the same, though none was.</summary>
    DuplicateProposed,

    /// <summary>A second report of the same event, and the platform proposed the first.</summary>
    DuplicateFound,

    /// <summary>A second report of the same event, the first was open, and the platform did not propose it.</summary>
    DuplicateMissed,
}

/// <summary>Running numbers of an evening, for its progress lines and its report.</summary>
public sealed class Tally
{
    private readonly ConcurrentDictionary<Happening, int> counts = new();
    private readonly ConcurrentQueue<string> broken = new();

    /// <summary>Reports that were not played to their end, one line each.</summary>
    public IReadOnlyCollection<string> Broken => broken;

    /// <summary>How often everything happened, by name.</summary>
    public IReadOnlyDictionary<string, int> All => Enum.GetValues<Happening>().ToDictionary(happening => happening.ToString(), Of);

    /// <summary>How often this happened.</summary>
    public int Of(Happening happening) => counts.GetValueOrDefault(happening);

    /// <summary>It happened once more.</summary>
    public void Count(Happening happening) => counts.AddOrUpdate(happening, 1, (_, count) => count + 1);

    /// <summary>A report could not be played to its end.</summary>
    public void Break(int report, string why) => broken.Enqueue($"report {report}: {why}");
}

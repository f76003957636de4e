namespace Handhaving.Faults.Tests.Platform;

/// <summary>How long a proof runs: short with every suite, whole with <c>HANDHAVING_FAULTS=full</c>.</summary>
public static class Length
{
    private static readonly bool IsFull = Environment.GetEnvironmentVariable("HANDHAVING_FAULTS") == "full";

    /// <summary>Kills of the same part, one after another (reliability section 2, R3).</summary>
    public static int Rounds { get; } = Of(1, 10);

    /// <summary>Kills of one part or another at random moments (reliability section 2, R1).</summary>
    public static int RandomRounds { get; } = Of(2, 30);

    /// <summary>How long a part has run again before it is killed once more: what keeps processes running waits twice as long before each start of one that has not run for a minute, which would be measured as its own.</summary>
    public static TimeSpan Between { get; } = TimeSpan.FromSeconds(Of(0, 61));

    /// <summary>Acts that are accepted before a fault, and again after it.</summary>
    public static int Acts { get; } = Of(200, 2000);

    /// <summary>How long a part stays away.</summary>
    public static TimeSpan Absence { get; } = TimeSpan.FromSeconds(Of(8, 60));

    /// <summary>What may pass until all is delivered after a return: the promise is thirty seconds; in a suite other tests take the same two cores.</summary>
    public static TimeSpan LongestDrain { get; } = TimeSpan.FromSeconds(Of(120, 30));

    /// <summary>What may pass until a service that died accepts again: the promise is five seconds; in a suite other tests take the same two cores.</summary>
    public static TimeSpan LongestServiceGap { get; } = TimeSpan.FromSeconds(Of(15, 5));

    /// <summary>What may pass until a database that died accepts again: the promise is fifteen seconds; in a suite other tests take the same two cores.</summary>
    public static TimeSpan LongestDatabaseGap { get; } = TimeSpan.FromSeconds(Of(45, 15));

    /// <summary>Until every screen says what does not work, or no longer says it.</summary>
    public static TimeSpan LongestUntilTold { get; } = TimeSpan.FromSeconds(Of(90, 20));

    public static int Watchers { get; } = 200;

    public static int RacingOffers { get; } = 10_000;

    private static int Of(int inSuite, int whole) => IsFull ? whole : inSuite;
}

namespace Handhaving.Benchmarks.Measuring;

/// <summary>One side of a comparison: does its work for a while, counts the effects, and says what it took.</summary>
/// <param name="RunAsync">Runs for the time given, after a warm-up of its own where it needs one.</param>
internal sealed record Contender(string Name, Func<TimeSpan, CancellationToken, Task<Sample>> RunAsync)
{
    /// <summary>The one that does most, found once: a peer is measured at its best.</summary>
    public static async Task<Contender> BestAsync(IReadOnlyList<Contender> contenders, TimeSpan length, CancellationToken cancellation)
    {
        List<double> rates = [];
        foreach (var contender in contenders) rates.Add((await contender.RunAsync(length, cancellation)).PerSecond);
        return contenders[rates.IndexOf(rates.Max())];
    }
}

/// <summary>What one run did, with the effects counted.</summary>
/// <param name="LatenciesMilliseconds">Empty where a run says nothing of latency.</param>
/// <param name="Uses">What the processes used meanwhile.</param>
internal sealed record Sample(long Operations, TimeSpan Elapsed, double[] LatenciesMilliseconds, IReadOnlyList<ProcessUse> Uses)
{
    public double PerSecond => Operations / Elapsed.TotalSeconds;

    /// <summary>Time of one operation of a caller that waits for each answer.</summary>
    public double MillisecondsEach => Elapsed.TotalMilliseconds / Operations;

    /// <summary>CPU time that one part spent on each operation.</summary>
    public double MicrosecondsEach(string part) => Uses.Where(use => use.Part == part).Sum(use => use.CpuMicroseconds) / Operations;
}

/// <summary>CPU time and memory of one part during a run.</summary>
/// <param name="CpuMicroseconds">In total; per operation it is divided by the operations of the run.</param>
internal sealed record ProcessUse(string Part, double CpuMicroseconds, double MemoryMebibytes);

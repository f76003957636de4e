namespace Handhaving.AppHost.Local.Running;

/// <summary>Stops in the reverse order of starting, all within the time that Ctrl+C may take.</summary>
internal static class Drain
{
    private static readonly TimeSpan Whole = TimeSpan.FromSeconds(14), Least = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(IReadOnlyList<IReadOnlyList<ResourceRun>> levels, TimeProvider clock)
    {
        var begun = clock.GetTimestamp();
        for (var level = levels.Count - 1; level >= 0; level--)
        {
            // Each level below still gets its least; what the others leave of their time, this one may use.
            var left = Whole - clock.GetElapsedTime(begun) - Least * level;
            var patience = left > Least ? left : Least;
            await Task.WhenAll(levels[level].Select(run => run.StopAsync(patience)));
        }
    }
}

using Handhaving.Faults.Tests.Books;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Faults.Tests.Screens;
using Handhaving.Simulator.Ledger;

namespace Handhaving.Faults.Tests.Load;

/// <summary>Load over both teams with a ledger, a screen of each team and a queue of our own on the broker; ends with everything read back.</summary>
internal sealed class Evening : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);
    private readonly CancellationTokenSource stop = new();
    private readonly FaultPlatform platform;
    private readonly Intentions intentions = new(Guid.NewGuid().ToString("N")[..8], 1);
    private readonly Timetable timetable = new();
    private readonly List<Task> beats = [];

    private Evening(FaultPlatform platform, FactTap tap, IReadOnlyList<Screen> screens, long firstFact) =>
        (this.platform, Tap, Screens, FirstFact, Pulse) = (platform, tap, screens, firstFact, new(timetable));

    public LedgerBook Ledger { get; } = new();

    public Pulse Pulse { get; }

    public FactTap Tap { get; }

    /// <summary>A screen of each team.</summary>
    public IReadOnlyList<Screen> Screens { get; }

    /// <summary>What was found wrong at the end, a line each.</summary>
    public string Wrong { get; private set; } = "";

    /// <summary>Row of the outbox from which on facts are of this evening.</summary>
    public long FirstFact { get; }

    public Intentions Intentions => intentions;

    /// <summary>Screens that move between releases may have to begin anew with a snapshot.</summary>
    public bool MayStartAnew { get; init; }

    /// <summary>Returns when the screens are open and the first acts are accepted.</summary>
    public static Task<Evening> BeginAsync(FaultPlatform platform, IReadOnlyList<Post> posts) => BeginAsync(platform, posts, mayStartAnew: false);

    public static async Task<Evening> BeginAsync(FaultPlatform platform, IReadOnlyList<Post> posts, bool mayStartAnew)
    {
        var tap = FactTap.OfDispatch(platform.Application);
        await tap.EmptyAsync();
        var screens = await Screen.OpenAsync(platform, ["westelijke-mijnstreek", "brunssum-landgraaf"]);
        var evening = new Evening(platform, tap, screens, 1 + await platform.Database.CountAsync("select coalesce(max(id), 0) from outbox")) { MayStartAnew = mayStartAnew };
        var connection = platform.Connect(evening.Ledger);
        foreach (var post in posts) evening.Start(connection, evening.Pulse, post);
        await evening.AcceptsAsync(posts.Count * 3);
        return evening;
    }

    /// <summary>Returns when so many more acts are accepted.</summary>
    public Task AcceptsAsync(int more) => AcceptedAsync(Pulse, Pulse.Count + more);

    /// <summary>Returns when an act is accepted that was first asked for after a moment.</summary>
    public Task AcceptsSinceAsync(DateTimeOffset moment) => WaitAsync(() => Pulse.YoungestAsked >= moment, $"an act accepted that was asked for after {moment:O}");

    /// <summary>What screens must have been told of this evening's incidents.</summary>
    public Task<BoardTruth> TruthAsync() => BoardTruth.ReadAsync(platform, Ledger.Entries.Select(entry => entry.Change?.Incident).OfType<string>().ToHashSet());

    /// <summary>Ends the load, reads everything back and says what is wrong; empty when nothing is.</summary>
    public async Task<IReadOnlyList<string>> CloseAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(beats);
        TestContext.Current.TestOutputHelper?.WriteLine($"accepted {Pulse.Count} acts; the longest time in which nothing was: {Pulse.LongestGap()}");
        var wrong = await new Reckoning(platform, this).ReadAsync();
        Wrong = string.Join('\n', wrong);
        return wrong;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(beats).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var screen in Screens) await screen.DisposeAsync();
        stop.Dispose();
    }

    /// <summary>One more desk with its unit, by a connection of its own.</summary>
    /// <returns>When its acts were accepted.</returns>
    public Pulse Join(Post post, Simulator.Wire.Platform connection)
    {
        var pulse = new Pulse(timetable);
        Start(connection, pulse, post);
        return pulse;
    }

    /// <summary>Returns when as much was accepted as asked.</summary>
    public Task AcceptedAsync(Pulse pulse, int acts) => WaitAsync(() => pulse.Count >= acts, $"{acts} acts accepted");

    private void Start(Simulator.Wire.Platform connection, Pulse pulse, Post post) =>
        beats.Add(new Beat(connection, intentions, pulse, post, beats.Count).RunAsync(stop.Token, TestContext.Current.CancellationToken));

    private async Task WaitAsync(Func<bool> holds, string what)
    {
        await Eventually.HoldsAsync(LongestWait, () => holds() || beats.Exists(beat => beat.IsFaulted), what);
        foreach (var broken in beats.Where(beat => beat.IsFaulted)) await broken;
    }
}

using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Handhaving.Capacity.V1;
using Handhaving.Faults.Tests.Books;
using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Wire;

namespace Handhaving.Faults.Tests.Planning;

/// <summary>Desks of three municipalities that ask people of their team, with a ledger and a queue of our own on the broker; ends with everything read back.</summary>
internal sealed class PlanningRound : IAsyncDisposable
{
    private const string Persona = "planner-wm";
    private const int DesksEach = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);
    private readonly CancellationTokenSource stop = new();
    private readonly FaultPlatform platform;
    private readonly LedgerBook ledger = new();
    private readonly GrpcChannel gateway;
    private readonly Caller caller;
    private readonly FactTap tap;
    private readonly List<Task> desks = [];
    private long firstFact;

    private PlanningRound(FaultPlatform platform)
    {
        this.platform = platform;
        tap = FactTap.OfCapacity(platform.Application);
        (gateway, caller) = platform.ConnectAs(Persona, ledger);
    }

    public static IReadOnlyList<string> Municipalities { get; } = ["0888", "0971", "1883"];

    public Pulse Pulse { get; } = new(new());

    /// <summary>What was found wrong at the end, a line each.</summary>
    public string Wrong { get; private set; } = "";

    /// <summary>Returns when the first acts are accepted.</summary>
    public static async Task<PlanningRound> BeginAsync(FaultPlatform platform)
    {
        var planning = new PlanningRound(platform);
        await planning.tap.EmptyAsync();
        planning.firstFact = 1 + await platform.CapacityDatabase.CountAsync("select coalesce(max(id), 0) from outbox");
        await planning.StaffAsync();
        var intentions = new Intentions(Guid.NewGuid().ToString("N")[..8], 1);
        // Numbers of cases are of one season alone: a later one begins where this can not come.
        var firstLane = (int)(planning.firstFact % 5_000) + 1;
        foreach (var (municipality, number) in Municipalities.SelectMany(municipality => Enumerable.Range(0, DesksEach).Select(number => (municipality, number))))
            planning.desks.Add(new Desk(planning.gateway, planning.caller, intentions, planning.Pulse, municipality, firstLane + planning.desks.Count).RunAsync(planning.stop.Token, TestContext.Current.CancellationToken));
        await planning.AcceptsAsync(planning.desks.Count * 3);
        return planning;
    }

    /// <summary>Returns when so many more acts are accepted.</summary>
    public async Task AcceptsAsync(int more)
    {
        var wanted = Pulse.Count + more;
        await Eventually.HoldsAsync(LongestWait, () => Pulse.Count >= wanted || desks.Exists(desk => desk.IsFaulted), $"{wanted} acts accepted");
        foreach (var broken in desks.Where(desk => desk.IsFaulted)) await broken;
    }

    /// <summary>Ends the load, reads everything back and says what is wrong; empty when nothing is.</summary>
    public async Task<IReadOnlyList<string>> CloseAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(desks);
        TestContext.Current.TestOutputHelper?.WriteLine($"accepted {Pulse.Count} acts of planning, {ledger.Entries.Count(entry => entry.WasInDoubt)} of them after a doubt");
        var wrong = await new PromiseBook(platform.CapacityDatabase, tap).WrongAsync(ledger, firstFact, new(gateway), new(gateway), caller);
        Wrong = string.Join('\n', wrong);
        return wrong;
    }

    /// <summary>Reads the blocks once more.</summary>
    public Task<IEnumerable<string>> ReadBlocksAsync() => PromiseBook.BlocksAsync(new(gateway), new(gateway), caller);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(desks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    /// <summary>The team reports its strength, a fortnight at a time.</summary>
    private async Task StaffAsync()
    {
        var (parent, (start, end)) = ($"{Season.Team}/functions/{Season.Function}", Season.Whole);
        var blocks = new LedgerService.LedgerServiceClient(gateway);
        for (var from = start; from < end; from = from.AddDays(14))
        {
            var (fromTime, untilTime) = (from.ToTimestamp(), Earlier(from.AddDays(14), end).ToTimestamp());
            var strength = new ReportStrengthRequest { Parent = parent, StartTime = fromTime, EndTime = untilTime, Established = Season.Strength, RequestId = Guid.NewGuid().ToString() };
            await caller.AskAsync("ReportStrength", options => blocks.ReportStrengthAsync(strength, options), TestContext.Current.CancellationToken);
        }
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}

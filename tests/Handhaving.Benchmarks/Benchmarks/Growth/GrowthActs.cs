using Grpc.Core;
using Handhaving.Benchmarks.Platform;
using Handhaving.Dispatch.V1;
using Handhaving.Testing;

namespace Handhaving.Benchmarks.Benchmarks.Growth;

/// <summary>What an operator does all day, each with as many answers as expected.</summary>
internal sealed class GrowthActs
{
    private const string Municipality = "0888";
    private const int PageSize = 20;
    private readonly IncidentService.IncidentServiceClient incidents;
    private readonly BoardService.BoardServiceClient boards;
    private readonly Reports reports;
    private readonly Region region;
    private Incident open = new();
    private string resumeToken = "";

    private GrowthActs(SystemUnderTest system)
    {
        var channels = system.Open(system.Dispatch);
        (incidents, boards) = (new(channels[0]), new(channels[1]));
        (reports, region) = (new(channels, system.Region), system.Region);
    }

    /// <summary>By name. Creating comes last: it alone changes what the others see.</summary>
    public IReadOnlyList<(string Name, Func<CancellationToken, Task<int>> Act)> All { get; private set; } = [];

    public static async Task<GrowthActs> PrepareAsync(SystemUnderTest system, CancellationToken cancellation)
    {
        var acts = new GrowthActs(system);
        acts.open = (await acts.incidents.ListIncidentsAsync(new() { Parent = $"municipalities/{Municipality}", OpenOnly = true, PageSize = 1 }, acts.Options(cancellation))).Incidents[0];
        acts.All =
        [
            ("board snapshot", await ExpectedAsync(acts.SnapshotAsync, cancellation)),
            ("reconnect of a board", await ExpectedAsync(acts.ReconnectAsync, cancellation)),
            ("search for a rare word", Expected(IncidentHistory.RareIncidents < PageSize ? IncidentHistory.RareIncidents : PageSize, stop => acts.SearchAsync(IncidentHistory.RareWord, stop))),
            ("search for a common word", Expected(PageSize, stop => acts.SearchAsync(IncidentHistory.CommonWord, stop))),
            ("list of open incidents", Expected(PageSize, acts.ListOpenAsync)),
            ("duplicates", await ExpectedAsync(acts.DuplicatesAsync, cancellation)),
            ("recommendation", await ExpectedAsync(acts.RecommendAsync, cancellation)),
            ("create", Expected(1, acts.CreateAsync)),
        ];
        return acts;
    }

    private async Task<int> SnapshotAsync(CancellationToken cancellation)
    {
        using var call = boards.WatchBoard(new() { Parent = $"teams/{Region.Team}" }, Options(cancellation));
        while (await call.ResponseStream.MoveNext(cancellation))
            if (call.ResponseStream.Current is { SnapshotEnd: { } snapshot } message)
            {
                resumeToken = message.ResumeToken;
                return snapshot.ItemCount;
            }
        throw new InvalidOperationException("The snapshot did not end.");
    }

    private async Task<int> ReconnectAsync(CancellationToken cancellation)
    {
        using var call = boards.WatchBoard(new() { Parent = $"teams/{Region.Team}", ResumeToken = resumeToken }, Options(cancellation));
        return await call.ResponseStream.MoveNext(cancellation) && call.ResponseStream.Current.Hello is { Reset: false } hello ? hello.Tenants.Count : throw new InvalidOperationException("The board did not resume.");
    }

    private async Task<int> SearchAsync(string word, CancellationToken cancellation) =>
        (await incidents.SearchIncidentsAsync(new() { Parent = "municipalities/-", Query = word, PageSize = PageSize }, Options(cancellation))).Incidents.Count;

    private async Task<int> ListOpenAsync(CancellationToken cancellation) =>
        (await incidents.ListIncidentsAsync(new() { Parent = $"municipalities/{Municipality}", OpenOnly = true, PageSize = PageSize }, Options(cancellation))).Incidents.Count;

    private async Task<int> DuplicatesAsync(CancellationToken cancellation)
    {
        var (latitude, longitude) = Markets.Of(Municipality);
        var request = new FindDuplicatesRequest { Parent = $"municipalities/{Municipality}", Type = open.Type, Position = new() { Latitude = latitude, Longitude = longitude }, ReportTime = open.ReportTime };
        return (await incidents.FindDuplicatesAsync(request, Options(cancellation))).Candidates.Count;
    }

    private async Task<int> RecommendAsync(CancellationToken cancellation) =>
        (await incidents.RecommendUnitsAsync(new() { Name = open.Name, Role = AssignmentRole.Primary }, Options(cancellation))).Picks.Count;

    private async Task<int> CreateAsync(CancellationToken cancellation)
    {
        await reports.SendAsync(cancellation);
        return 1;
    }

    // As many answers as the first time, which must be some.
    private static async Task<Func<CancellationToken, Task<int>>> ExpectedAsync(Func<CancellationToken, Task<int>> act, CancellationToken cancellation)
    {
        var first = await act(cancellation);
        return first > 0 ? Expected(first, act) : throw new InvalidOperationException($"{act.Method.Name} has no answer.");
    }

    private static Func<CancellationToken, Task<int>> Expected(int answers, Func<CancellationToken, Task<int>> act) => async cancellation =>
    {
        var given = await act(cancellation);
        return given == answers ? given : throw new InvalidOperationException($"{act.Method.Name} gave {given} answers instead of {answers}.");
    };

    private CallOptions Options(CancellationToken cancellation) => new(region.Headers, DateTime.UtcNow + TimeSpan.FromSeconds(30), cancellation);
}

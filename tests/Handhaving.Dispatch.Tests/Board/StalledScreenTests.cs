using Google.Protobuf;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>A screen that never reads: what waits for it is bounded, nobody else notices, and it goes on where it stopped.</summary>
public sealed class StalledScreenTests(DispatchRegion region)
{
    private const string Municipality = "municipalities/0965";
    private const int Changes = 11_000; // more than wait for one screen, and more than the connection holds
    private const int AtOnce = 500;
    private static readonly string Text = new('x', 1000);

    [Fact]
    public async Task A_screen_that_falls_behind_is_told_to_resync_and_resumes_without_gap_or_repeat()
    {
        var person = Person.FromLandgraaf(region);
        using var stalled = await OpenAsync(person, "");
        using var lively = await OpenAsync(person, "");
        var run = Guid.NewGuid().ToString();

        for (var first = 0; first < Changes; first += AtOnce)
        {
            await ChangeAsync(run, first);
            await ReadAsync(lively, run, last: first + AtOnce - 1);
        }
        await person.ReportAsync("0882");
        var (seen, token) = await ReadToResyncAsync(stalled, run);
        using var resumed = person.Board.WatchBoard(new() { Parent = "teams/brunssum-landgraaf", ResumeToken = token }, person.Headers, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await resumed.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.False(resumed.ResponseStream.Current.Hello.Reset);
        seen.AddRange(await ReadAsync(resumed, run, last: Changes - 1));

        Assert.Equal(Enumerable.Range(0, Changes), seen);
    }

    // After five seconds the server would end the connection on which the gateway carries everybody.
    [Fact]
    public void A_screen_that_reads_slowly_costs_nobody_the_connection()
    {
        Assert.Null(region.LimitsOf(0).MinResponseDataRate);
        Assert.Null(region.LimitsOf(0).MinRequestBodyDataRate);
    }

    private static async Task<AsyncServerStreamingCall<V1.WatchBoardResponse>> OpenAsync(Person person, string token)
    {
        var screen = person.Board.WatchBoard(new() { Parent = "teams/brunssum-landgraaf", ResumeToken = token }, person.Headers, cancellationToken: TestContext.Current.CancellationToken);
        while (await screen.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
            if (screen.ResponseStream.Current.SnapshotEnd is not null) return screen;
        throw new Xunit.Sdk.XunitException("No snapshot came.");
    }

    /// <summary>Changes on the board as the service writes them, each told apart by its number.</summary>
    private async Task ChangeAsync(string run, int first)
    {
        var bodies = Enumerable.Range(first, AtOnce).Select(number => new V1.BoardItem { Incident = new() { Name = $"{Municipality}/incidents/{run}", Number = $"{number}", Description = Text } }.ToByteArray()).ToArray();
        await region.OwnerAsync("insert into feed (tenant, subject, kind, body) select '0965', $1, 1, body from unnest($2) with ordinality as change (body, place) order by place", run, bodies);
    }

    private static async Task<List<int>> ReadAsync(AsyncServerStreamingCall<V1.WatchBoardResponse> screen, string run, int last)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        List<int> numbers = [];
        while (await screen.ResponseStream.MoveNext(limit.Token))
        {
            if (NumberOf(screen.ResponseStream.Current, run) is { } number) numbers.Add(number);
            if (numbers is [.., var latest] && latest == last) return numbers;
        }
        throw new Xunit.Sdk.XunitException("The stream ended before what was waited for.");
    }

    private static async Task<(List<int> Numbers, string Token)> ReadToResyncAsync(AsyncServerStreamingCall<V1.WatchBoardResponse> screen, string run)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        var token = "";
        List<int> numbers = [];
        try
        {
            while (await screen.ResponseStream.MoveNext(limit.Token))
            {
                if (screen.ResponseStream.Current.ResumeToken is { Length: > 0 } next) token = next;
                if (NumberOf(screen.ResponseStream.Current, run) is { } number) numbers.Add(number);
            }
        }
        catch (RpcException refused)
        {
            Assert.Equal((StatusCode.ResourceExhausted, "RESYNC"), (refused.StatusCode, Failure.Of(refused).Reason));
            Assert.NotEmpty(Failure.Of(refused).Dutch);
            return (numbers, token);
        }
        throw new Xunit.Sdk.XunitException("The stream ended without a status.");
    }

    private static int? NumberOf(V1.WatchBoardResponse message, string run) =>
        message.Delta?.Item?.Incident is { } incident && incident.Name.EndsWith(run, StringComparison.Ordinal) ? int.Parse(incident.Number, System.Globalization.CultureInfo.InvariantCulture) : null;
}

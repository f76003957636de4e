using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Canary;

/// <summary>A canary goes the way of every report and is seen by nobody but its watcher (reliability section 7).</summary>
public sealed class CanaryTests(DispatchRegion region)
{
    private readonly Person canary = new(region, region.Replica(0), "canary", "canary", ["0888", "0882"], []);
    private readonly Person watcher = new(region, region.Replica(1), "canary", "canary", ["0888", "0882"], []);

    [Fact]
    public async Task It_comes_back_from_the_broker_on_a_stream_of_the_other_replica()
    {
        using var stream = await WatchAsync("municipalities/-");

        var sent = await SendAsync("0888");

        Assert.Equal(sent, await ArrivalAsync(stream, sent.Name));
    }

    [Fact]
    public async Task Watchers_that_agree_on_the_request_id_send_one_together()
    {
        var round = Work.NewRequest();

        var names = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number => (await SendAsync("0882", round, number % 2 == 0 ? canary : watcher)).Name));

        Assert.Single(names.Distinct());
    }

    [Fact]
    public async Task No_list_no_board_no_number_and_no_statistic_shows_it()
    {
        using var stream = await WatchAsync("municipalities/0888");
        var operators = Person.Centralist(region);
        var before = await operators.ReportAsync();
        using var screen = operators.Board.WatchBoard(new() { Parent = "teams/westelijke-mijnstreek" }, operators.Headers, cancellationToken: TestContext.Current.CancellationToken);

        var sent = await SendAsync("0888");
        await ArrivalAsync(stream, sent.Name);
        var after = await operators.ReportAsync();

        Assert.DoesNotContain(sent.Name, await SeenUntilAsync(screen, after.Name));
        Assert.DoesNotContain(sent.Name, await ListedAsync(operators));
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from fact_hour where kind = 'CanarySent'"));
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from audit_line where line like '%CanaryService%' and line not like '%PERMISSION_MISSING%'"));
        Assert.True(string.CompareOrdinal(before.Number, after.Number) < 0 && NumberOf(after) - NumberOf(before) < 50, $"{before.Number}, {after.Number}");
    }

    [Fact]
    public async Task Who_knows_its_name_cannot_read_it_nor_do_anything_with_it()
    {
        var sent = await SendAsync("0888");
        var operators = Person.Centralist(region);

        var failures = await Task.WhenAll(
            Failure.OfAsync(operators.Incidents.GetIncidentAsync(new() { Name = sent.Name }, operators.Call)),
            Failure.OfAsync(operators.Incidents.ListTimelineEntriesAsync(new() { Parent = sent.Name }, operators.Call)),
            Failure.OfAsync(operators.Incidents.RecommendUnitsAsync(new() { Name = sent.Name }, operators.Call)),
            Failure.OfAsync(operators.Incidents.CloseIncidentAsync(new() { Name = sent.Name, Etag = "\"1\"", RequestId = Work.NewRequest() }, operators.Call)));

        Assert.All(failures, failure => Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (failure.Code, failure.Reason)));
    }

    [Fact]
    public async Task Nobody_else_may_send_or_watch_one()
    {
        var operators = Person.Centralist(region);
        using var stream = operators.Canary.WatchCanaries(new() { Parent = "municipalities/0888" }, operators.Headers, cancellationToken: TestContext.Current.CancellationToken);

        var sending = await Failure.OfAsync(operators.Canary.SendCanaryAsync(new() { Parent = "municipalities/0888", RequestId = Work.NewRequest() }, operators.Call));
        var watching = Failure.Of(await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));

        Assert.Equal([(StatusCode.PermissionDenied, "PERMISSION_MISSING"), (StatusCode.PermissionDenied, "PERMISSION_MISSING")], [(sending.Code, sending.Reason), (watching.Code, watching.Reason)]);
    }

    [Fact]
    public async Task After_a_day_nothing_of_it_is_left_and_every_report_is()
    {
        var report = await Person.Centralist(region).ReportAsync();
        var sent = await SendAsync("0882");
        var id = Guid.Parse(sent.Name.Split('/')[^1]);
        var rows = $"select (select count(*) from incident where id = '{id}') + (select count(*) from timeline where incident = '{id}') + (select count(*) from request where answer like '%{id}%')";
        Assert.Equal(3L, await region.OwnerAsync(rows));

        await region.PruneCanariesAsync(sent.SendTime.ToDateTimeOffset().AddMinutes(1));

        Assert.Equal(0L, await region.OwnerAsync(rows));
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from incident where id = $1", Guid.Parse(report.Name.Split('/')[^1])));
    }

    private async Task<V1.Canary> SendAsync(string municipality, string? round = null, Person? sender = null)
    {
        var person = sender ?? canary;
        return (await person.Canary.SendCanaryAsync(new() { Parent = $"municipalities/{municipality}", RequestId = round ?? Work.NewRequest() }, person.Call)).Canary;
    }

    /// <summary>Open when its first heartbeat came.</summary>
    private async Task<AsyncServerStreamingCall<V1.WatchCanariesResponse>> WatchAsync(string parent)
    {
        var stream = watcher.Canary.WatchCanaries(new() { Parent = parent }, watcher.Headers, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        return stream;
    }

    private static async Task<V1.Canary> ArrivalAsync(AsyncServerStreamingCall<V1.WatchCanariesResponse> stream, string name)
    {
        await foreach (var message in stream.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
            if (message.Arrival is { } arrival && arrival.Name == name) return arrival;
        throw new Xunit.Sdk.XunitException("The stream ended before the canary came.");
    }

    private static async Task<List<string>> SeenUntilAsync(AsyncServerStreamingCall<V1.WatchBoardResponse> screen, string last)
    {
        List<string> seen = [];
        await foreach (var message in screen.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if ((message.SnapshotItem ?? message.Delta?.Item)?.Incident is not { } incident) continue;
            seen.Add(incident.Name);
            if (incident.Name == last) return seen;
        }
        throw new Xunit.Sdk.XunitException("The stream ended before the last report came.");
    }

    private static async Task<List<string>> ListedAsync(Person operators)
    {
        var page = await operators.Incidents.ListIncidentsAsync(new() { Parent = "municipalities/0888", PageSize = 1000 }, operators.Call);
        return [.. page.Incidents.Select(incident => incident.Name)];
    }

    private static long NumberOf(V1.Incident incident) => long.Parse(incident.Number.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture);
}

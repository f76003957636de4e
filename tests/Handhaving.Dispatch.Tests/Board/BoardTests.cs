using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>The live board: snapshot, each change once, resume on any replica.</summary>
public sealed class BoardTests(DispatchRegion region)
{
    private static readonly V1.WatchBoardRequest Team = new() { Parent = "teams/westelijke-mijnstreek" };

    [Fact]
    public async Task Another_operator_sees_each_step_and_resumes_on_the_other_replica_without_gap_or_repeat()
    {
        var acting = Person.Centralist(region, 0);
        var incident = await acting.ReportAsync();
        string token;
        using (var first = Person.OtherCentralist(region, 1).Board.WatchBoard(Team, Person.OtherCentralist(region, 1).Headers, cancellationToken: TestContext.Current.CancellationToken))
        {
            var snapshot = await ReadAsync(first, message => message.EventCase is V1.WatchBoardResponse.EventOneofCase.SnapshotEnd);
            Assert.True(snapshot[0].Hello.Reset);
            Assert.Contains(snapshot, message => message.SnapshotItem?.Incident?.Name == incident.Name);
            token = snapshot[^1].ResumeToken;
        }
        var etag = incident.Etag;
        for (var step = 0; step < 3; step++)
            etag = (await acting.Incidents.RecordDispositionAsync(new() { Name = (incident = await acting.ReportAsync()).Name, Etag = incident.Etag, Disposition = "warning", RequestId = Work.NewRequest() }, acting.Call)).Incident.Etag;

        using var second = acting.Board.WatchBoard(new() { Parent = Team.Parent, ResumeToken = token }, acting.Headers, cancellationToken: TestContext.Current.CancellationToken);
        var resumed = await ReadAsync(second, message => message.Delta?.Item?.Incident is { } last && last.Name == incident.Name && last.Etag == etag);

        Assert.False(resumed[0].Hello.Reset);
        var versions = resumed.Where(message => message.Delta?.Item?.Incident is not null).Select(message => (message.Delta.Item.Incident.Name, message.Delta.Item.Incident.Etag)).ToList();
        Assert.Equal(versions.Distinct(), versions);
        Assert.Equal(2, versions.Count(version => version.Name == incident.Name));
        Assert.Equal(Enumerable.Range(1, resumed.Count).Select(number => (long)number), resumed.Select(message => message.Sequence));
    }

    [Fact]
    public async Task A_token_that_is_not_ours_gets_a_fresh_snapshot()
    {
        var person = Person.Centralist(region);

        using var stream = person.Board.WatchBoard(new() { Parent = Team.Parent, ResumeToken = "bm9uc2Vuc2U" }, person.Headers, cancellationToken: TestContext.Current.CancellationToken);
        var messages = await ReadAsync(stream, message => message.EventCase is V1.WatchBoardResponse.EventOneofCase.SnapshotEnd);

        Assert.True(messages[0].Hello.Reset);
    }

    [Fact]
    public async Task The_board_of_another_team_does_not_exist()
    {
        var person = Person.FromLandgraaf(region);
        using var stream = person.Board.WatchBoard(Team, person.Headers, cancellationToken: TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (refused.StatusCode, Failure.Of(refused).Reason));
    }

    [Fact]
    public async Task A_position_taken_by_one_replica_shows_on_the_other_until_the_unit_goes_off_duty()
    {
        var person = Person.Centralist(region, 0);
        var unit = await person.OnDutyAsync("1883", 3);
        using var stream = person.Board.WatchBoard(Team, person.Headers, cancellationToken: TestContext.Current.CancellationToken);
        await ReadAsync(stream, message => message.EventCase is V1.WatchBoardResponse.EventOneofCase.SnapshotEnd);
        var other = Person.OtherCentralist(region, 1);
        var request = new V1.ReportPositionsRequest { Parent = "municipalities/1883" };
        request.Fixes.Add(new V1.UnitFix { Unit = unit, Fix = new() { Position = new() { Latitude = 50.99, Longitude = 5.86 }, FixTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(DateTime.UtcNow) } });

        var taken = await other.Units.ReportPositionsAsync(request, other.Call);
        var seen = await ReadAsync(stream, message => message.Delta?.Item?.Unit?.LastFix is not null && message.Delta.Item.Unit.Name == unit);

        Assert.Equal(1, taken.AcceptedCount);
        Assert.Equal(5.86, seen[^1].Delta.Item.Unit.LastFix.Position.Longitude);

        await person.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, person.Call);
        await ReadAsync(stream, message => message.Delta?.Removed == unit);
        await person.OnDutyAsync("1883", 3);
        Assert.Null((await person.Units.GetUnitAsync(new() { Name = unit }, person.Call)).Unit.LastFix);
        Assert.Null((await other.Units.GetUnitAsync(new() { Name = unit }, other.Call)).Unit.LastFix);
    }

    private static async Task<List<V1.WatchBoardResponse>> ReadAsync(AsyncServerStreamingCall<V1.WatchBoardResponse> stream, Func<V1.WatchBoardResponse, bool> isLast)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        List<V1.WatchBoardResponse> messages = [];
        while (await stream.ResponseStream.MoveNext(limit.Token))
        {
            messages.Add(stream.ResponseStream.Current);
            if (isLast(messages[^1])) return messages;
        }
        throw new Xunit.Sdk.XunitException("The stream ended before what was waited for.");
    }
}

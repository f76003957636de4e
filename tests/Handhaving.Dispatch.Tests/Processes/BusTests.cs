using Grpc.Core;
using Grpc.Health.V1;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>What the service does when the bus brings nonsense, or is not there at all (R5, R9).</summary>
public sealed class BusTests(DispatchRegion region)
{
    [Fact]
    public async Task A_message_that_cannot_be_read_is_parked_with_its_reason_and_can_be_replayed()
    {
        var supervisor = new Person(region, "supervisor-1", "supervisor", ["1954"], []);
        var messageId = Guid.CreateVersion7();
        await region.PublishAsync("1954", messageId, "{ this is not a message");

        await Work.EventuallyAsync(async () => (await ListAsync(supervisor)).Any(message => message.MessageId == messageId.ToString()));
        var parked = (await ListAsync(supervisor)).Single(message => message.MessageId == messageId.ToString());
        var replayed = await supervisor.Parking.ReplayParkedMessageAsync(new() { Name = parked.Name, RequestId = Work.NewRequest() }, supervisor.Call);

        Assert.Equal(("CANNOT_PARSE", "dispatch-statistics"), (parked.Reason, parked.Consumer));
        Assert.Equal("supervisor-1", replayed.Message.ReplayedBy);
        await Work.EventuallyAsync(async () => (await ListAsync(supervisor)).Any(message => message.MessageId == messageId.ToString() && message.ReplayedBy.Length == 0));
    }

    [Fact]
    public async Task Without_broker_and_cache_a_report_is_accepted_assigned_and_shown_and_the_replica_stays_ready()
    {
        var channel = await region.StartCutOffReplicaAsync();
        var person = new Person(region, channel, "centralist-wm-03", "centralist", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);
        using var screen = person.Board.WatchBoard(new() { Parent = "teams/westelijke-mijnstreek" }, person.Headers, cancellationToken: TestContext.Current.CancellationToken);

        var incident = await person.ReportAsync();
        var health = await new Health.HealthClient(channel).CheckAsync(new() { Service = "handhaving.dispatch.v1.IncidentService" }, person.Call);

        Assert.Equal(V1.IncidentState.Pending, incident.State);
        Assert.Equal(HealthCheckResponse.Types.ServingStatus.Serving, health.Status);
        Assert.True(await SeesAsync(screen, incident.Name));
        Assert.Superset(new HashSet<V1.DegradedPart> { V1.DegradedPart.Broker, V1.DegradedPart.LiveState }, await DegradedAsync(screen));
    }

    private static async Task<bool> SeesAsync(AsyncServerStreamingCall<V1.WatchBoardResponse> screen, string name)
    {
        while (await screen.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
            if (screen.ResponseStream.Current is var shown && (shown.SnapshotItem ?? shown.Delta?.Item)?.Incident?.Name == name) return true;
        return false;
    }

    private static async Task<HashSet<V1.DegradedPart>> DegradedAsync(AsyncServerStreamingCall<V1.WatchBoardResponse> screen)
    {
        while (await screen.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
            if (screen.ResponseStream.Current.Heartbeat is { Degradations.Count: > 1 } heartbeat) return [.. heartbeat.Degradations.Select(one => one.Part)];
        return [];
    }

    private static async Task<IReadOnlyList<Access.V1.ParkedMessage>> ListAsync(Person supervisor) =>
        (await supervisor.Parking.ListParkedMessagesAsync(new() { Parent = "municipalities/1954" }, supervisor.Call)).Messages;
}

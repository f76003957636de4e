using Grpc.Core;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>A message that can never be read is set aside by somebody, stays on record, and alarms nobody any more (R9).</summary>
public sealed class DiscardTests(DispatchRegion region)
{
    private readonly Person supervisor = new(region, "supervisor-1", "supervisor", ["0888"], []);

    [Fact]
    public async Task A_discarded_message_is_kept_with_who_and_why_and_is_in_the_log()
    {
        var name = await new Scene(region).ParkedAsync();

        var discarded = await DiscardAsync(name);

        Assert.Equal(("supervisor-1", "afzender bestaat niet meer", ""), (discarded.DiscardedBy, discarded.DiscardReason, discarded.ReplayedBy));
        Assert.NotNull(discarded.DiscardTime);
        Assert.Equal(discarded, await FindAsync(name));
        Assert.Equal("CHANGE supervisor-1 afzender bestaat niet meer OK", await region.OwnerAsync("""
            select concat_ws(' ', line::json->>'action', line::json->>'actor_id', line::json->>'reason_text', line::json->>'result')
            from audit_line where tenant = '0888' and line::json->>'object_id' = $1 and line like '%DiscardParkedMessage%'
            """, name));
    }

    [Fact]
    public async Task It_is_not_replayed_nor_discarded_again_and_another_copy_of_it_stays_discarded()
    {
        var name = await new Scene(region).ParkedAsync();
        var discarded = await DiscardAsync(name);

        var replay = await Failure.OfAsync(supervisor.Parking.ReplayParkedMessageAsync(new() { Name = name, RequestId = Work.NewRequest() }, supervisor.Call));
        var again = await Failure.OfAsync(supervisor.Parking.DiscardParkedMessageAsync(Ask(name), supervisor.Call));
        await region.PublishAsync("0888", Guid.Parse(discarded.MessageId), "{ this is not a message");
        await new Scene(region).ParkedAsync(); // behind it in the same queue

        Assert.Equal((StatusCode.FailedPrecondition, "MESSAGE_DISCARDED"), (replay.Code, replay.Reason));
        Assert.Equal((StatusCode.FailedPrecondition, "MESSAGE_DISCARDED"), (again.Code, again.Reason));
        Assert.Equal(discarded, await FindAsync(name));
    }

    [Fact]
    public async Task A_message_that_was_replayed_or_is_being_replayed_is_not_discarded()
    {
        var name = await new Scene(region).ParkedAsync();

        await region.OwnerAsync("update parked_message set replay_lease_until = now() + interval '1 minute' where $1 like '%' || message_id || '%'", name);
        var during = await Failure.OfAsync(supervisor.Parking.DiscardParkedMessageAsync(Ask(name), supervisor.Call));
        var second = await Failure.OfAsync(supervisor.Parking.ReplayParkedMessageAsync(new() { Name = name, RequestId = Work.NewRequest() }, supervisor.Call));
        await region.OwnerAsync("update parked_message set replay_lease_until = now() - interval '1 second', replayed_at = now(), replayed_by = 'supervisor-2' where $1 like '%' || message_id || '%'", name);
        var taken = await Failure.OfAsync(supervisor.Parking.DiscardParkedMessageAsync(Ask(name), supervisor.Call));
        await region.OwnerAsync("update parked_message set replayed_at = null, replayed_by = null where $1 like '%' || message_id || '%'", name);

        Assert.Equal((StatusCode.Aborted, "MESSAGE_IN_REPLAY"), (during.Code, during.Reason));
        Assert.Equal((StatusCode.Aborted, "MESSAGE_IN_REPLAY"), (second.Code, second.Reason));
        Assert.Equal((StatusCode.FailedPrecondition, "MESSAGE_REPLAYED"), (taken.Code, taken.Reason));
        await DiscardAsync(name); // it came back
    }

    [Fact]
    public async Task A_replay_that_finds_no_broker_says_so_and_holds_the_message_from_nobody()
    {
        var name = await new Scene(region).ParkedAsync();
        var cutOff = new Person(region, await region.StartCutOffReplicaAsync(), "supervisor-1", "supervisor", ["0888"], []);

        var refused = await Failure.OfAsync(cutOff.Parking.ReplayParkedMessageAsync(new() { Name = name, RequestId = Work.NewRequest() }, cutOff.Call));
        var waiting = await FindAsync(name);
        var replayed = (await supervisor.Parking.ReplayParkedMessageAsync(new() { Name = name, RequestId = Work.NewRequest() }, supervisor.Call)).Message;

        Assert.Equal((StatusCode.Unavailable, "UNAVAILABLE", ""), (refused.Code, refused.Reason, waiting.ReplayedBy));
        Assert.Equal("supervisor-1", replayed.ReplayedBy);
    }

    private static V1.DiscardParkedMessageRequest Ask(string name) => new() { Name = name, Reason = "afzender bestaat niet meer", RequestId = Work.NewRequest() };

    private async Task<Access.V1.ParkedMessage> DiscardAsync(string name) => (await supervisor.Parking.DiscardParkedMessageAsync(Ask(name), supervisor.Call)).Message;

    private async Task<Access.V1.ParkedMessage> FindAsync(string name) =>
        (await supervisor.Parking.ListParkedMessagesAsync(new() { Parent = Scene.Municipality, PageSize = 1000 }, supervisor.Call)).Messages.Single(message => message.Name == name);
}

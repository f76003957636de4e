using System.Net;
using System.Net.Sockets;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Operations.Parked;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Handhaving.Testing.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>A replay publishes outside any transaction: a broker that stands still keeps no row locked (docs/adr/0006).</summary>
public sealed class ReplayHoldTests(DispatchRegion region)
{
    private readonly Person supervisor = new(region, "supervisor-1", "supervisor", ["0888"], []);

    [Fact]
    public async Task While_the_broker_stands_still_others_are_told_of_the_replay_and_after_it_they_may_decide()
    {
        var name = await new Scene(region).ParkedAsync();
        using var broker = new TcpListener(IPAddress.Loopback, Ports.Free());
        broker.Start();
        await using var db = new DispatchDb(new DbContextOptionsBuilder<DispatchDb>().UseNpgsql(region.ServiceConnectionString).UseSnakeCaseNamingConvention().Options);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var replaying = new ReplayParked(db, ReplayTo(broker), TimeProvider.System).HandleAsync(Parse(name), Call, Key, caller.Token);
        using var connected = await broker.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        var during = await Failure.OfAsync(supervisor.Parking.DiscardParkedMessageAsync(Ask(name), supervisor.Call));
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => replaying);
        var discarded = (await supervisor.Parking.DiscardParkedMessageAsync(Ask(name), supervisor.Call)).Message;

        Assert.Equal("MESSAGE_IN_REPLAY", during.Reason);
        Assert.Equal(("supervisor-1", ""), (discarded.DiscardedBy, discarded.ReplayedBy));
    }

    private static Call Call
    {
        get
        {
            var rpc = Rpc.Named("ParkingService/ReplayParkedMessage");
            var (rule, beek) = (new MethodRule(rpc.Descriptor, rpc.Access), new TenantId("0888"));
            return new(new Caller("supervisor-1", "console", "token-1", new HashSet<string> { "supervisor" }, new HashSet<TenantId> { beek }, DateTimeOffset.MaxValue), rule, beek, rule.Method[1..], "supervisor", "", "-", null);
        }
    }

    private static RequestKey Key => new("console", "ReplayParkedMessage", Guid.CreateVersion7(), new byte[32]);

    private static Replay ReplayTo(TcpListener broker) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:messaging", $"amqp://guest:guest@{broker.LocalEndpoint}/")]).Build());

    private static ParkedMessageName Parse(string name) => ParkedMessageName.Parse(name) ?? throw new FormatException(name);

    private static V1.DiscardParkedMessageRequest Ask(string name) => new() { Name = name, Reason = "niet te lezen", RequestId = Work.NewRequest() };
}

using System.Text;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;
using RabbitMQ.Client;

namespace Handhaving.Dispatch.Tests.Bus;

/// <summary>A message that names no tenant belongs to the platform: its keeper sees it, and nobody else's.</summary>
public sealed class PlatformParkingTests(DispatchRegion region)
{
    private readonly Person keeper = new(region, "technical-admin-01", "technical-admin", [], ["platform"]);

    [Theory]
    [InlineData(null)]
    [InlineData("9999")]
    public async Task A_message_without_a_tenant_of_ours_is_listed_and_replayed_by_the_keeper_of_the_platform(string? tenant)
    {
        var messageId = Guid.CreateVersion7();
        await SendAsync(messageId, tenant, $$"""{"messageId":"{{messageId}}","messageType":["urn:message:Handhaving.Events.Dispatch:IDispatchFact"],"message":{"owner":"0888","sequence":1,"occurredAt":"2026-03-02T12:00:00Z"}{{(tenant is null ? "" : ",\"broken\"")}}}""");

        await Work.EventuallyAsync(async () => await FindAsync(messageId) is not null);
        var parked = await FindAsync(messageId) ?? throw new Xunit.Sdk.XunitException("It is not parked.");
        var replayed = (await keeper.Parking.ReplayParkedMessageAsync(new() { Name = parked.Name, RequestId = Work.NewRequest() }, keeper.Call)).Message;

        Assert.StartsWith("teams/platform/parkedMessages/", parked.Name, StringComparison.Ordinal);
        Assert.Equal((tenant is null ? "MALFORMED" : "CANNOT_PARSE", "dispatch-statistics"), (parked.Reason, parked.Consumer));
        Assert.Equal("technical-admin-01", replayed.ReplayedBy);
        // It is as it was, so it comes back; the platform is no owner that it was ever given.
        await Work.EventuallyAsync(async () => await FindAsync(messageId) is { ReplayedBy: "" });
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from fact_hour where tenant = 'platform'"));
    }

    [Fact]
    public async Task The_keeper_of_the_platform_sees_nothing_of_a_municipality_or_team()
    {
        var listing = await Failure.OfAsync(keeper.Parking.ListParkedMessagesAsync(new() { Parent = "municipalities/1954" }, keeper.Call));
        var incidents = await Failure.OfAsync(keeper.Incidents.ListIncidentsAsync(new() { Parent = "municipalities/-" }, keeper.Call));
        var supervisor = new Person(region, "supervisor-1", "supervisor", ["1954"], ["brunssum-landgraaf"]);
        var other = await Failure.OfAsync(supervisor.Parking.ListParkedMessagesAsync(new() { Parent = "teams/platform" }, supervisor.Call));

        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (listing.Code, listing.Reason));
        Assert.Equal((StatusCode.PermissionDenied, "PERMISSION_MISSING"), (incidents.Code, incidents.Reason));
        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (other.Code, other.Reason));
    }

    private async Task<Access.V1.ParkedMessage?> FindAsync(Guid messageId) =>
        (await keeper.Parking.ListParkedMessagesAsync(new() { Parent = "teams/platform", PageSize = 1000 }, keeper.Call)).Messages.SingleOrDefault(message => message.MessageId == messageId.ToString());

    private async Task SendAsync(Guid messageId, string? tenant, string body)
    {
        await using var connection = await new ConnectionFactory { Uri = region.RabbitMq }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: TestContext.Current.CancellationToken);
        var properties = new BasicProperties { MessageId = messageId.ToString(), ContentType = "application/vnd.masstransit+json", Headers = tenant is null ? null : new Dictionary<string, object?> { ["tenant"] = tenant } };
        await channel.BasicPublishAsync("", "dispatch-statistics.work", mandatory: true, properties, Encoding.UTF8.GetBytes(body), TestContext.Current.CancellationToken);
    }
}

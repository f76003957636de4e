using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Connections;

/// <summary>One connection an address, and one that is held: the next is told so in its own protocol.</summary>
public sealed class AddressLimitTests(Bench bench) : IAsyncLifetime
{
    private readonly GatewayUnderTest gateway = GatewayUnderTest.Start(bench.Issuer, [bench.Replica], ("Listen:MaxConnectionsPerAddress", "1"));
    private GrpcChannel? held;

    [Fact]
    public async Task One_too_many_is_told_so_in_grpc()
    {
        Assert.Equal((StatusCode.ResourceExhausted, "TOO_MANY_CONNECTIONS"), await AskAsync());
    }

    [Fact]
    public async Task And_in_http_1()
    {
        using var client = new HttpClient { BaseAddress = gateway.Http };

        using var answer = await client.GetAsync("/health/live", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("te veel verbindingen", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task And_by_an_alert_of_tls()
    {
        using var client = Connect(gateway.HttpsPort);
        await client.GetStream().WriteAsync(new byte[] { 0x16, 0x03, 0x01, 0x00, 0x00 }, TestContext.Current.CancellationToken);

        Assert.Equal([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x50], await ReadAsync(client));
    }

    [Fact]
    public async Task Far_too_many_are_closed_at_once()
    {
        var silent = Enumerable.Range(0, 20).Select(_ => Connect(gateway.GrpcPort)).ToArray();

        Assert.Empty(await ReadAsync(silent[^1]));

        foreach (var client in silent) client.Dispose();
    }

    [Fact]
    public async Task Who_leaves_gives_the_place_to_the_next()
    {
        await AskAsync();

        held?.Dispose();

        using var limit = Limit();
        while (await AskAsync() != Served) limit.Token.ThrowIfCancellationRequested();
    }

    public async ValueTask InitializeAsync()
    {
        held = gateway.Channel();
        var stream = new BoardService.BoardServiceClient(held).WatchBoard(new() { Parent = ReplicaBoard.Silent }, gateway.Call(seconds: 600));
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        held?.Dispose();
        await gateway.DisposeAsync();
    }

    private static (StatusCode, string) Served => (StatusCode.OK, ReplicaIncidents.Any);

    private async Task<(StatusCode, string)> AskAsync()
    {
        using var channel = gateway.Channel();
        var call = new IncidentService.IncidentServiceClient(channel).GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call(seconds: 60));
        try
        {
            return (StatusCode.OK, (await call).Incident.Name);
        }
        catch (RpcException)
        {
            return await Failure.OfAsync(call);
        }
    }

    private static TcpClient Connect(int port)
    {
        var client = new TcpClient();
        client.Connect(IPAddress.Loopback, port);
        return client;
    }

    private static CancellationTokenSource Limit()
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        return limit;
    }

    private static async Task<byte[]> ReadAsync(TcpClient client)
    {
        using var limit = Limit();
        using var all = new MemoryStream();
        await client.GetStream().CopyToAsync(all, limit.Token);
        return all.ToArray();
    }
}

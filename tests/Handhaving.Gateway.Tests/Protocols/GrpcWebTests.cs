using System.Net.Http.Headers;
using Grpc.Core;
using Grpc.Net.Client.Web;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Protocols;

public sealed class GrpcWebTests(Bench bench)
{
    private const string Listed = "http://localhost:5173";
    private readonly GatewayUnderTest gateway = bench.Gateway;

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task A_browser_calls_over_http_1(GrpcWebMode mode)
    {
        using var channel = gateway.WebChannel(mode);

        var answer = await new IncidentService.IncidentServiceClient(channel).GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call());

        Assert.Equal(ReplicaIncidents.Any, answer.Incident.Name);
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task A_browser_watches_a_stream_as_it_flows(GrpcWebMode mode)
    {
        using var channel = gateway.WebChannel(mode);
        using var stream = new BoardService.BoardServiceClient(channel).WatchBoard(new() { Parent = ReplicaBoard.Silent }, gateway.Call());

        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(1, stream.ResponseStream.Current.Sequence);
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task A_whole_stream_ends_well(GrpcWebMode mode)
    {
        using var channel = gateway.WebChannel(mode);
        using var stream = new BoardService.BoardServiceClient(channel).WatchBoard(new() { Parent = ReplicaBoard.Beating }, gateway.Call());

        Assert.Equal(1 + ReplicaBoard.Beats, await stream.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task A_refusal_of_the_gateway_is_readable_in_grpc_web(GrpcWebMode mode)
    {
        using var channel = gateway.WebChannel(mode);

        var error = await Failure.OfAsync(new IncidentService.IncidentServiceClient(channel).GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call("nonsense")));

        Assert.Equal((StatusCode.Unauthenticated, "TOKEN_INVALID"), error);
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task An_answer_that_breaks_off_ends_with_a_status_in_grpc_web(GrpcWebMode mode)
    {
        await using var replica = await Replica.StartAsync();
        await using var before = GatewayUnderTest.Start(bench.Issuer, [replica]);
        using var channel = before.WebChannel(mode);
        using var stream = new BoardService.BoardServiceClient(channel).WatchBoard(new() { Parent = ReplicaBoard.Silent }, before.Call());
        Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        await replica.KillAsync();

        Assert.Equal((StatusCode.Unavailable, "UNAVAILABLE"), await Failure.OfAsync(() => stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_site_on_the_list_may_read_the_status_and_another_may_not()
    {
        var listed = await PreflightAsync(Listed);
        var other = await PreflightAsync("http://evil.test");

        Assert.Equal(Listed, Assert.Single(listed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task In_development_the_gateway_is_an_origin_itself_on_whichever_ports_it_listens()
    {
        foreach (var own in new[] { $"http://127.0.0.1:{gateway.HttpPort}", $"http://localhost:{gateway.HttpPort}", $"https://localhost:{gateway.HttpsPort}" })
            Assert.Equal(own, Assert.Single((await PreflightAsync(own)).Headers.GetValues("Access-Control-Allow-Origin")));
    }

    [Fact]
    public async Task An_answer_exposes_what_grpc_web_reads_also_when_it_is_a_refusal()
    {
        using var client = new HttpClient { BaseAddress = gateway.Http };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/handhaving.dispatch.v1.IncidentService/GetIncident") { Content = new ByteArrayContent([0, 0, 0, 0, 0]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc-web+proto");
        request.Headers.Add("Origin", Listed);

        var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("16", Assert.Single(answer.Headers.GetValues("grpc-status")));
        Assert.Equal(Listed, Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("grpc-status,grpc-message,grpc-status-details-bin,traceparent", string.Join(',', answer.Headers.GetValues("Access-Control-Expose-Headers")).Replace(" ", "", StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> PreflightAsync(string origin)
    {
        using var client = new HttpClient { BaseAddress = gateway.Http };
        using var request = new HttpRequestMessage(HttpMethod.Options, "/handhaving.dispatch.v1.IncidentService/GetIncident");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-grpc-web");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}

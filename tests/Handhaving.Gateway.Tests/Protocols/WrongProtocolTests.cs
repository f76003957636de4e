using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Protocols;

public sealed class WrongProtocolTests(Bench bench)
{
    private readonly GatewayUnderTest gateway = bench.Gateway;

    [Fact]
    public async Task Grpc_on_the_http_1_port_is_told_the_right_port()
    {
        using var channel = GrpcChannel.ForAddress(gateway.Http);

        var failure = await Assert.ThrowsAsync<RpcException>(() => new IncidentService.IncidentServiceClient(channel).GetIncidentAsync(new(), gateway.Call()).ResponseAsync);

        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
        Assert.Contains($"port {gateway.GrpcPort} ", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grpc_turned_into_http_1_is_told_the_right_port()
    {
        var answer = await PostAsync("application/grpc");

        Assert.Equal(HttpStatusCode.HttpVersionNotSupported, answer.StatusCode);
        Assert.Equal("12", Assert.Single(answer.Headers.GetValues("grpc-status")));
        Assert.Contains($"port {gateway.GrpcPort} ", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/proto")]
    [InlineData("application/connect+proto")]
    public async Task The_connect_protocol_is_told_what_is_spoken_here(string contentType)
    {
        var answer = await PostAsync(contentType);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("gRPC-Web", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", null)]
    [InlineData("PUT", "application/grpc-web")]
    public async Task A_method_of_grpc_is_told_to_be_posted(string verb, string? contentType)
    {
        using var client = new HttpClient { BaseAddress = gateway.Http };
        using var request = new HttpRequestMessage(new(verb), "handhaving.dispatch.v1.IncidentService/GetIncident");
        if (contentType is not null) request.Content = new ByteArrayContent([]) { Headers = { ContentType = new(contentType) } };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "POST"), (answer.StatusCode, Assert.Single(answer.Content.Headers.Allow)));
    }

    [Fact]
    public async Task Http_1_on_the_grpc_port_is_told_the_right_port()
    {
        var answer = await RawAsync(gateway.GrpcPort, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 400 Bad Request", answer, StringComparison.Ordinal);
        Assert.Contains($"port {gateway.HttpPort} ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Http_1_without_tls_on_the_tls_port_is_told_so()
    {
        var answer = await RawAsync(gateway.HttpsPort, "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n");

        Assert.Contains("This port speaks TLS only.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opening_in_small_pieces_is_understood_as_well()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, gateway.HttpPort, TestContext.Current.CancellationToken);
        client.NoDelay = true;
        var stream = client.GetStream();
        foreach (var piece in new[] { "P", "OS", "T /nowhere HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" })
            await stream.WriteAsync(Encoding.ASCII.GetBytes(piece), TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 404", await new StreamReader(stream).ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tls_on_a_plain_port_gets_an_alert()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, gateway.HttpPort, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(new byte[] { 0x16, 0x03, 0x01, 0x00, 0x00 }, TestContext.Current.CancellationToken);

        var alert = new byte[7];
        await client.GetStream().ReadExactlyAsync(alert, TestContext.Current.CancellationToken);

        Assert.Equal(0x15, alert[0]);
    }

    private async Task<HttpResponseMessage> PostAsync(string contentType)
    {
        using var client = new HttpClient { BaseAddress = gateway.Http };
        using var content = new ByteArrayContent([0, 0, 0, 0, 0]);
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return await client.PostAsync("/handhaving.dispatch.v1.IncidentService/GetIncident", content, TestContext.Current.CancellationToken);
    }

    private static async Task<string> RawAsync(int port, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        return await new StreamReader(client.GetStream()).ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}

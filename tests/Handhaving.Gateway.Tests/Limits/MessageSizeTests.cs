using System.Net;
using Grpc.Core;
using Grpc.Net.Client.Web;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Limits;

public sealed class MessageSizeTests(Bench bench)
{
    private const int Limit = 256 * 1024;
    private readonly GatewayUnderTest gateway = bench.Gateway;

    [Fact]
    public async Task A_message_just_below_the_limit_passes()
    {
        var answer = await gateway.Incidents().ReportIncidentAsync(RequestOf(Limit - 64), gateway.Call());

        Assert.Equal(ReplicaIncidents.Any, answer.Incident.Name);
    }

    [Fact]
    public async Task The_first_bytes_already_tell_that_a_message_is_too_large()
    {
        await using var replica = await Replica.StartAsync(); // its own: the shared one is called by other tests meanwhile
        await using var own = GatewayUnderTest.Start(bench.Issuer, [replica]);
        using var channel = own.WebChannel(GrpcWebMode.GrpcWebText);

        await Failure.OfAsync(own.Incidents().ReportIncidentAsync(RequestOf(Limit + 1), own.Call()));
        await Failure.OfAsync(new IncidentService.IncidentServiceClient(channel).ReportIncidentAsync(RequestOf(Limit + 1), own.Call()));

        Assert.Empty(replica.Calls);
    }

    [Fact]
    public async Task A_larger_message_is_refused_by_the_gateway()
    {
        var error = await Failure.OfAsync(gateway.Incidents().ReportIncidentAsync(RequestOf(Limit + 1), gateway.Call()));

        Assert.Equal((StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"), error);
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task The_same_limit_holds_in_grpc_web(GrpcWebMode mode)
    {
        using var channel = gateway.WebChannel(mode);
        var incidents = new IncidentService.IncidentServiceClient(channel);

        Assert.Equal(ReplicaIncidents.Any, (await incidents.ReportIncidentAsync(RequestOf(Limit - 64), gateway.Call())).Incident.Name);
        Assert.Equal((StatusCode.ResourceExhausted, "MESSAGE_TOO_LARGE"), await Failure.OfAsync(incidents.ReportIncidentAsync(RequestOf(2 * Limit), gateway.Call())));
    }

    [Fact]
    public async Task A_long_stream_may_carry_more_in_total()
    {
        using var stream = new UnitService.UnitServiceClient(gateway.Channel()).StreamPositions(gateway.Call(seconds: 60));
        var parent = new string('x', Limit / 4);

        for (var batch = 1; batch <= 10; batch++)
        {
            await stream.RequestStream.WriteAsync(new() { Parent = parent, Batch = batch }, TestContext.Current.CancellationToken);
            Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        }

        Assert.Equal(10, stream.ResponseStream.Current.Batch);
    }

    [Fact]
    public async Task A_message_that_does_not_come_is_waited_for_until_the_deadline()
    {
        using var client = new HttpClient();
        using var silent = new SilentContent();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateway.Grpc, "/handhaving.dispatch.v1.IncidentService/ReportIncident"))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = silent,
            Headers = { { "authorization", $"Bearer {gateway.Issuer.Token()}" }, { "te", "trailers" }, { "grpc-timeout", "300m" } },
        };

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        Assert.Equal($"{(int)StatusCode.DeadlineExceeded}", Assert.Single(answer.Headers.GetValues("grpc-status")));
        silent.End();
    }

    private static ReportIncidentRequest RequestOf(int bytes) => new() { Incident = new() { Description = new string('x', bytes) } };
}

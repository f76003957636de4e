using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Routes;

public sealed class CallTests(Bench bench)
{
    private readonly GatewayUnderTest gateway = bench.Gateway;

    [Fact]
    public async Task A_unary_call_reaches_its_service_and_comes_back()
    {
        var answer = await gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call());

        Assert.Equal(ReplicaIncidents.Any, answer.Incident.Name);
    }

    [Fact]
    public async Task A_unary_call_goes_over_tls_as_well()
    {
        using var channel = GrpcChannel.ForAddress(gateway.Https, new()
        {
            HttpHandler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=localhost" } },
        });

        var answer = await new IncidentService.IncidentServiceClient(channel).GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call());

        Assert.Equal(ReplicaIncidents.Any, answer.Incident.Name);
    }

    [Fact]
    public async Task A_bidirectional_stream_acknowledges_each_batch_as_it_comes()
    {
        using var stream = new UnitService.UnitServiceClient(gateway.Channel()).StreamPositions(GatewayUnderTest.Bearer(bench.Issuer.Token()), cancellationToken: TestContext.Current.CancellationToken);

        for (var batch = 1; batch <= 3; batch++)
        {
            await stream.RequestStream.WriteAsync(new() { Parent = "municipalities/0888", Batch = batch }, TestContext.Current.CancellationToken);
            Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            Assert.Equal(batch, stream.ResponseStream.Current.Batch);
        }
        await stream.RequestStream.CompleteAsync();

        Assert.False(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.OK, stream.GetStatus().StatusCode);
    }

    [Fact]
    public async Task An_error_of_the_service_passes_with_all_its_details()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Refused }, gateway.Call()).ResponseAsync);

        Assert.Equal(ReplicaIncidents.Refusal, failure.GetRpcStatus());
    }

    [Fact]
    public async Task A_service_that_the_contracts_do_not_have_is_unimplemented()
    {
        var error = await Failure.OfAsync(CallAsync("handhaving.nothing.v1.NothingService", "DoNothing"));

        Assert.Equal((StatusCode.Unimplemented, "UNKNOWN_METHOD"), error);
    }

    [Fact]
    public async Task A_method_that_the_contracts_do_not_have_is_unimplemented()
    {
        var error = await Failure.OfAsync(CallAsync("handhaving.dispatch.v1.IncidentService", "DoNothing"));

        Assert.Equal((StatusCode.Unimplemented, "UNKNOWN_METHOD"), error);
    }

    [Fact]
    public async Task The_trace_of_the_caller_goes_on_in_the_service()
    {
        using var caller = new Activity("caller").Start();

        await gateway.Incidents().GetIncidentAsync(new() { Name = ReplicaIncidents.Any }, gateway.Call());

        var received = Assert.Single(bench.Replica.Calls, headers => headers.GetValueOrDefault("traceparent")?.Contains(caller.TraceId.ToHexString(), StringComparison.Ordinal) == true);
        Assert.DoesNotContain(caller.SpanId.ToHexString(), received["traceparent"], StringComparison.Ordinal);
    }

    private AsyncUnaryCall<GetIncidentResponse> CallAsync(string service, string method) =>
        gateway.Channel().CreateCallInvoker().AsyncUnaryCall(Unknown.Method(service, method), null, gateway.Call(), new GetIncidentRequest());
}

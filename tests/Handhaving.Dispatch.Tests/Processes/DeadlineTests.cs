using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>A call that takes too long ends at the caller's deadline, with words like every other failure.</summary>
public sealed class DeadlineTests(DispatchRegion region)
{
    [Fact]
    public async Task A_call_that_waits_for_somebody_else_ends_with_details()
    {
        var incident = await Person.Centralist(region).ReportAsync();
        await using var held = await HeldIncident.HoldAsync(region, incident);
        using var channel = Timed("1S");
        var person = Through(channel);

        var late = await Failure.OfAsync(person.Incidents.RecordDispositionAsync(
            new() { Name = incident.Name, Etag = incident.Etag, Disposition = "warning", RequestId = Work.NewRequest() }, person.Headers, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED"), (late.Code, late.Reason));
        Assert.NotEmpty(late.Dutch);
    }

    [Fact]
    public async Task A_stream_that_began_ends_with_details_too()
    {
        using var channel = Timed("3S");
        var person = Through(channel);
        using var screen = person.Board.WatchBoard(new() { Parent = "teams/westelijke-mijnstreek" }, person.Headers, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await screen.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        var late = Failure.Of(await Assert.ThrowsAsync<RpcException>(async () => await screen.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).CountAsync(TestContext.Current.CancellationToken)));

        Assert.Equal((StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED"), (late.Code, late.Reason));
        Assert.NotEmpty(late.Dutch);
    }

    [Theory]
    [InlineData("0S")]
    [InlineData("1n")]
    public async Task A_deadline_that_is_over_as_it_comes_is_no_missing_one(string timeout)
    {
        using var channel = Timed(timeout);
        var person = Through(channel);
        using var screen = person.Board.WatchBoard(new() { Parent = "teams/westelijke-mijnstreek" }, person.Headers, cancellationToken: TestContext.Current.CancellationToken);

        var unary = await Failure.OfAsync(person.Incidents.GetIncidentAsync(new() { Name = "municipalities/0888/incidents/019575a1-0000-7000-8000-000000000002" }, person.Headers, cancellationToken: TestContext.Current.CancellationToken));
        var stream = Failure.Of(await Assert.ThrowsAsync<RpcException>(() => screen.ResponseStream.MoveNext(TestContext.Current.CancellationToken)));

        Assert.Equal((StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED"), (unary.Code, unary.Reason));
        Assert.Equal((StatusCode.DeadlineExceeded, "DEADLINE_EXCEEDED"), (stream.Code, stream.Reason));
    }

    private Person Through(GrpcChannel channel) => new(region, channel, "centralist-wm-01", "centralist", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);

    // A deadline that the service alone knows: a client that knew it would answer itself before it reads the service's words.
    private GrpcChannel Timed(string timeout) =>
        GrpcChannel.ForAddress($"http://{region.Replica(0).Target}", new() { HttpHandler = new TimeoutHeader(timeout), DisposeHttpClient = true });

    private sealed class TimeoutHeader(string timeout) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add("grpc-timeout", timeout);
            return base.SendAsync(request, cancellationToken);
        }
    }
}

using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.V1;
using Handhaving.Gateway.Tests.Support;
using Xunit;

namespace Handhaving.Gateway.Tests.Limits;

/// <summary>A place is free again once its stream ends, however it ends.</summary>
public sealed class FreedStreamsTests(Bench bench) : IAsyncLifetime
{
    private OpenStreams streams = null!; // set before each test

    public async ValueTask InitializeAsync() => streams = await OpenStreams.StartAsync(bench);

    public ValueTask DisposeAsync() => streams.DisposeAsync();

    [Fact]
    public async Task A_place_is_free_again_when_its_caller_cancels()
    {
        await EndAndOpenAgainAsync(() =>
        {
            streams.CloseAll();
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task And_when_the_connection_breaks()
    {
        using var channel = streams.Gateway.Channel();
        await EndAndOpenAgainAsync(
            () =>
            {
                channel.Dispose();
                return Task.CompletedTask;
            },
            channel);
    }

    [Fact]
    public async Task And_when_the_replica_breaks()
    {
        await EndAndOpenAgainAsync(async () =>
        {
            await streams.Replica.KillAsync();
            await streams.Replica.StartAgainAsync();
        });
    }

    [Fact]
    public async Task And_when_the_service_ends_it_or_never_began()
    {
        for (var time = 0; time < 3 * OpenStreams.Most; time++)
            Assert.Equal(StatusCode.Unimplemented, (await Assert.ThrowsAsync<RpcException>(UnservedAsync)).StatusCode);

        await EventuallyOpenAsync();
    }

    private Task UnservedAsync() =>
        new CanaryService.CanaryServiceClient(streams.Gateway.Channel()).WatchCanaries(new(), streams.Gateway.Call()).ResponseStream.MoveNext(TestContext.Current.CancellationToken);

    // Neither counted twice, so that too few fit, nor lost, so that too many do.
    private async Task EndAndOpenAgainAsync(Func<Task> end, GrpcChannel? over = null)
    {
        await streams.OpenAsync(OpenStreams.Most, over: over);
        await end();
        await EventuallyOpenAsync();
        await EventuallyOpenAsync();
        Assert.Equal(OpenStreams.TooMany, await Failure.OfAsync(() => streams.OpenAsync(1)));
    }

    // The gateway hears of an end a moment later.
    private Task EventuallyOpenAsync() => OpenStreams.EventuallyAsync(async () =>
    {
        try
        {
            await streams.OpenAsync(1);
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.ResourceExhausted or StatusCode.Unavailable)
        {
            return false;
        }
    });
}

using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Tasks;

/// <summary>What a device that follows its unit is told.</summary>
internal sealed class UnitStream(Person person, string unit) : IDisposable
{
    private readonly AsyncServerStreamingCall<V1.WatchUnitResponse> stream = person.Board.WatchUnit(new() { Name = unit }, person.Headers, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>Everything told so far.</summary>
    public List<V1.WatchUnitResponse> Told { get; } = [];

    /// <summary>Reads on to the state that a test waits for.</summary>
    public async Task<V1.UnitNow> UntilAsync(Func<V1.UnitNow, bool> holds) => (await ReadAsync(message => message.Now is { } now && holds(now))).Now;

    public Task<V1.WatchUnitResponse> HeartbeatAsync() => ReadAsync(message => message.Heartbeat is not null);

    /// <summary>Reads on to the refusal that ends it.</summary>
    public async Task<Failure> EndAsync() => Failure.Of(await Assert.ThrowsAsync<RpcException>(() => ReadAsync(_ => false)));

    public void Dispose() => stream.Dispose();

    private async Task<V1.WatchUnitResponse> ReadAsync(Func<V1.WatchUnitResponse, bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (await stream.ResponseStream.MoveNext(limit.Token))
        {
            Told.Add(stream.ResponseStream.Current);
            if (holds(Told[^1])) return Told[^1];
        }
        throw new Xunit.Sdk.XunitException("The stream ended before what was waited for.");
    }
}

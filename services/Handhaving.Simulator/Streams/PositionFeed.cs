using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Actors;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Streams;

/// <summary>Sends where the units of one owner are: a batch every five simulated seconds, at most five a second, over one long stream.</summary>
public sealed class PositionFeed(Platform platform, SimulationClock clock, Tally tally, string parent, IReadOnlyList<FieldUnit> units)
{
    private const int BatchSize = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(200);
    private long batch;

    /// <summary>Streams until the evening drains; a stream that drops is opened again with back-off.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        for (var failures = 0; !clock.Draining;)
        {
            var before = batch;
            try
            {
                await StreamAsync(cancellation);
                continue;
            }
            catch (RpcException) when (!cancellation.IsCancellationRequested)
            {
                failures = batch > before ? 1 : failures + 1;
            }
            catch (Exception drop) when (drop is HttpRequestException or InvalidOperationException)
            {
                // No token, or the server ended the stream between two batches.
                failures++;
            }
            tally.Reconnect();
            await platform.Caller.BackOffAsync(failures, cancellation);
        }
    }

    private async Task StreamAsync(CancellationToken cancellation)
    {
        var headers = await platform.Caller.HeadersAsync(cancellation);
        using var stream = platform.Units.StreamPositions(headers, cancellationToken: cancellation);
        var acknowledgements = ReadAcknowledgementsAsync(stream.ResponseStream, cancellation);
        while (!clock.Draining && !acknowledgements.IsCompleted)
        {
            await SendBatchesAsync(stream.RequestStream, cancellation);
            await clock.PassAsync(Interval, cancellation, ShortestInterval);
        }
        if (!acknowledgements.IsCompleted)
            await stream.RequestStream.CompleteAsync();
        await acknowledgements;
    }

    private async Task SendBatchesAsync(IClientStreamWriter<StreamPositionsRequest> requests, CancellationToken cancellation)
    {
        foreach (var part in units.Chunk(BatchSize))
        {
            var request = new StreamPositionsRequest { Parent = parent, Batch = ++batch };
            request.Fixes.AddRange(part.Select(ToFix));
            await requests.WriteAsync(request, cancellation);
        }
    }

    private async Task ReadAcknowledgementsAsync(IAsyncStreamReader<StreamPositionsResponse> answers, CancellationToken cancellation)
    {
        await foreach (var answer in answers.ReadAllAsync(cancellation))
        {
            tally.TakeFixes(answer.AcceptedCount);
            foreach (var refusal in answer.Refusals)
                tally.RefuseFix(refusal.Reason);
        }
    }

    private UnitFix ToFix(FieldUnit unit)
    {
        var at = unit.At(clock.Elapsed);
        return new()
        {
            Unit = unit.Name,
            Fix = new()
            {
                Position = new() { Latitude = at.Latitude, Longitude = at.Longitude },
                FixTime = clock.Time.GetUtcNow().ToTimestamp(),
                AccuracyMeters = 10,
            },
        };
    }
}

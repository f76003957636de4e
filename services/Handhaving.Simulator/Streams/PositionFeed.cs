using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Actors;
using Handhaving.Simulator.Actors.Units;
using Handhaving.Simulator.Scenario.Places;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Streams;

/// <summary>Sends where the units of one owner are: a batch every five simulated seconds, at most five a second, over one long stream.</summary>
/// <remarks>The platform takes no position that would need more than 70 m/s. Under a fast clock a unit therefore follows its own place at what still can be believed.</remarks>
public sealed class PositionFeed(Platform platform, SimulationClock clock, PositionTally tally, IReadOnlyList<FieldUnit> units)
{
    private const double BelievableMetersPerSecond = 60;
    private const int BatchSize = 200;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(200);
    private readonly Dictionary<string, (Point Place, TimeSpan At)> sent = [];
    private readonly ConcurrentDictionary<long, IReadOnlyList<UnitFix>> unanswered = new();
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
            catch (RpcException)
            {
                if (cancellation.IsCancellationRequested)
                    return;
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
            await clock.PassAsync(Interval, ShortestInterval, cancellation);
        }
        if (!acknowledgements.IsCompleted)
            await stream.RequestStream.CompleteAsync();
        await acknowledgements;
    }

    private async Task SendBatchesAsync(IClientStreamWriter<StreamPositionsRequest> requests, CancellationToken cancellation)
    {
        foreach (var part in units.Chunk(BatchSize))
        {
            var request = new StreamPositionsRequest { Parent = part[0].Parent, Batch = ++batch };
            request.Fixes.AddRange(part.Select(ToFix));
            unanswered[request.Batch] = request.Fixes;
            await requests.WriteAsync(request, cancellation);
        }
    }

    private async Task ReadAcknowledgementsAsync(IAsyncStreamReader<StreamPositionsResponse> answers, CancellationToken cancellation)
    {
        await foreach (var answer in answers.ReadAllAsync(cancellation))
        {
            foreach (var refusal in answer.Refusals)
                tally.Refuse(refusal.Reason);
            if (unanswered.TryRemove(answer.Batch, out var fixes))
                Take(fixes, answer);
        }
    }

    private void Take(IReadOnlyList<UnitFix> fixes, StreamPositionsResponse answer)
    {
        var refused = answer.Refusals.Select(refusal => refusal.Index).ToHashSet();
        foreach (var fix in fixes.Where((_, index) => !refused.Contains(index)))
            tally.Take(fix.Unit, fix.Fix.FixTime.ToDateTimeOffset());
    }

    private UnitFix ToFix(FieldUnit unit)
    {
        var at = Believable(unit);
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

    private Point Believable(FieldUnit unit)
    {
        var (place, now) = (unit.At(clock.Elapsed), clock.RealElapsed);
        if (sent.TryGetValue(unit.Name, out var last))
            place = place.Within(last.Place, BelievableMetersPerSecond * (now - last.At).TotalSeconds);
        sent[unit.Name] = (place, now);
        return place;
    }
}

using Handhaving.Dispatch.Positions.Collected;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Positions;

/// <summary>One message of a long stream of positions.</summary>
/// <param name="Number">The sender's own count, to tell acknowledgements apart.</param>
public sealed record PositionBatch(TenantId Owner, long Number, IReadOnlyList<UnitFix> Fixes);

/// <summary>Where a stream's sender hears what became of each batch, and while it is silent that the stream lives.</summary>
public sealed record PositionAnswers(Func<PositionBatch, FixOutcome, Task> Acknowledge, Func<Task> Beat);

/// <summary>Takes batch after batch, and acknowledges each before the next is taken; the audit has one line for all that a minute brings.</summary>
public sealed class StreamPositions(ReportPositions report, PositionTrail trail, TimeProvider clock)
{
    /// <summary>Well below what the gateway, and routers on the way, take for a dead stream.</summary>
    public static readonly TimeSpan HeartbeatInterval = TimeSpan.FromSeconds(20);

    public Task HandleAsync(IAsyncEnumerable<PositionBatch> batches, Call call, PositionAnswers answers, CancellationToken cancellation) =>
        trail.KeepAsync(call, async tally =>
        {
            await foreach (var batch in Silence.Tell(batches, HeartbeatInterval, clock, cancellation))
                if (batch is null) await answers.Beat();
                else await answers.Acknowledge(batch, await report.TakeAsync(batch, call.Caller, tally, cancellation));
        });
}

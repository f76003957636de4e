using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Operations.Parked;

/// <summary>Sets a parked message aside for good: it stays on record with who decided that and why, and alarms nobody any more.</summary>
public sealed class DiscardParked(DispatchDb db, TimeProvider clock)
{
    public async Task<ParkedMessage> HandleAsync(ParkedMessageName name, string reason, Call call, RequestKey request, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<ParkedMessage>(call, request, name.Value, clock.GetUtcNow(), cancellation) is { } answered) return answered;
        var message = await ParkedRows.TakeAsync(work.Connection, name, cancellation);
        ParkingRules.Waits.Require(message.ReplayedAt is null, ("by", message.ReplayedBy ?? ""));
        var now = clock.GetUtcNow();
        var discarded = await WriteAsync(work.Connection, name, new(now, call.Caller.Subject, reason), cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, name.Value, now) with { ReasonText = reason });
        await work.CommitAsync(call.Owner, request, discarded, cancellation);
        return discarded;
    }

    private static async Task<ParkedMessage> WriteAsync(NpgsqlConnection connection, ParkedMessageName name, MessageDiscard discard, CancellationToken cancellation)
    {
        await using var command = ParkedRows.Command(connection, name, $"""
            update parked_message set discarded_at = $4, discarded_by = $5, discard_reason = $6, replay_lease_until = null where {ParkedRows.ByName} returning {ParkedRows.Columns}
            """, discard.At, discard.By, discard.Reason);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return ParkedRows.Read(reader);
    }
}

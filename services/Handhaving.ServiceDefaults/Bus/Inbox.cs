using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Telemetry;
using Handhaving.ServiceDefaults.Tenancy;
using MassTransit;
using Npgsql;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>Gives a message its effect once: the row (consumer, message id) is inserted first, in the transaction of the effect; a duplicate does nothing.</summary>
public sealed class Inbox(Databases databases, CommitSignal signal)
{
    /// <param name="effect">Adds the statements of the effect; what it leaves beside them goes into the trail.</param>
    /// <returns>False when the message was taken before.</returns>
    public async Task<bool> TakeAsync(ConsumeContext context, string consumer, Action<NpgsqlBatch, TenantId, Trail> effect)
    {
        var tenant = new TenantId(context.Headers.Get<string>(MessagePublisher.TenantHeader) ?? throw new MalformedMessage("no tenant header"));
        var id = context.MessageId ?? throw new MalformedMessage("no message id");
        await using var connection = await databases.Service.OpenConnectionAsync(context.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(context.CancellationToken);
        if (!await EnterAsync(connection, transaction, consumer, id, tenant, context.CancellationToken))
        {
            Meters.InboxDuplicates.Add(1);
            return false;
        }
        var trail = new Trail(tenant);
        await using var batch = new NpgsqlBatch(connection, transaction);
        effect(batch, tenant, trail);
        trail.AppendTo(batch);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
        signal.Raise();
        Meters.InboxTaken.Add(1);
        return true;
    }

    private static async Task<bool> EnterAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string consumer, Guid id, TenantId tenant, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(TenantScope.Of(tenant).Command());
        batch.BatchCommands.Add(new("insert into inbox (consumer, message_id, tenant) values ($1, $2, $3) on conflict do nothing returning 1")
        {
            Parameters = { new() { Value = consumer }, new() { Value = id }, new() { Value = tenant.Value } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        return await reader.ReadAsync(cancellation);
    }
}

/// <summary>A message that lacks what every message of the platform carries; parked at once.</summary>
public sealed class MalformedMessage(string what) : Exception(what);

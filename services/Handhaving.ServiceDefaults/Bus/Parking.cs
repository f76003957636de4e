using System.Text.Json;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;
using MassTransit;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>The table of messages that a consumer could not take: a message leaves its queue only when its row is committed.</summary>
public sealed partial class Parking(Databases databases, TimeProvider clock, ILogger<Parking> logger)
{
    private const int LongestText = 2048;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Parks a message. One that was discarded stays so: another copy of it is decided about already.</summary>
    /// <param name="reason">In capitals, or the type of what was thrown.</param>
    public async Task StoreAsync(ReceiveContext message, string consumer, string reason, string text)
    {
        var claimed = message.TransportHeaders.Get<string>(MessagePublisher.TenantHeader);
        var id = message.GetMessageId() ?? Guid.CreateVersion7();
        await using var connection = await databases.Service.OpenConnectionAsync(message.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(message.CancellationToken);
        await using var batch = transaction.Batch(connection);
        var tenant = await OwnerAsync(connection, claimed, message.CancellationToken);
        batch.BatchCommands.Add(TenantScope.Of(tenant).Command());
        batch.BatchCommands.Add(new("""
            insert into parked_message (message_id, consumer, tenant, type, reason, text, headers, body) values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (message_id, consumer) do update set reason = excluded.reason, text = excluded.text, parked_at = now(), replayed_at = null, replayed_by = null, replay_lease_until = null
            where parked_message.discarded_at is null
            """)
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = consumer },
                new() { Value = tenant.Value },
                new() { Value = TypeOf(message.Body.GetBytes()) },
                new() { Value = reason },
                new() { Value = text.Length > LongestText ? text[..LongestText] : text },
                new() { Value = JsonSerializer.Serialize(new ParkedHeaders(message.ContentType?.ToString() ?? "application/vnd.masstransit+json", claimed)) },
                new() { Value = message.Body.GetBytes() },
            },
        });
        await batch.ExecuteNonQueryAsync(message.CancellationToken);
        await transaction.CommitAsync(message.CancellationToken);
        LogParked(id, consumer, reason);
    }

    /// <summary>Holds a message while the database is away: one that goes back to its queue each time comes to its delivery limit, and did nothing wrong.</summary>
    public async Task UntilDatabaseAnswersAsync(CancellationToken cancellation)
    {
        while (!await AnswersAsync(cancellation)) await Task.Delay(Look, clock, cancellation);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            await using var command = databases.Service.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    // Who names no tenant, or one that does not exist, would be parked where nobody may look.
    private static async Task<TenantId> OwnerAsync(NpgsqlConnection connection, string? claimed, CancellationToken cancellation)
    {
        if (claimed is null) return TenantId.Platform;
        await using var command = new NpgsqlCommand("select exists (select from municipality where code = $1) or exists (select from team where id = $1)", connection) { Parameters = { new() { Value = claimed } } };
        return await command.ExecuteScalarAsync(cancellation) is true ? new TenantId(claimed) : TenantId.Platform;
    }

    private static string TypeOf(byte[] body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            return envelope.RootElement.TryGetProperty("messageType", out var types) && types.GetArrayLength() > 0 ? types[0].GetString() ?? "" : "";
        }
        catch (JsonException)
        {
            return "unknown"; // that is why it is parked; the reason column says so
        }
    }

    [LoggerMessage(EventId = 1601, Level = LogLevel.Warning, Message = "Message {MessageId} for {Consumer} is parked: {Reason}")]
    private partial void LogParked(Guid messageId, string consumer, string reason);
}

/// <summary>What a replay needs beside the body.</summary>
/// <param name="Tenant">As the message said it; null when it named none.</param>
public sealed record ParkedHeaders(string ContentType, string? Tenant);

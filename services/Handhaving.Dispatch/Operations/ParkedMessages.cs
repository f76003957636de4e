using System.Text.Json;
using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Operations;

/// <summary>A message that a consumer could not take.</summary>
public sealed record ParkedMessage(Guid MessageId, string Consumer, string Tenant, string Type, string Reason, string Text, DateTimeOffset ParkedAt, DateTimeOffset? ReplayedAt, string? ReplayedBy)
{
    public string Name => $"{new TenantId(Tenant).Name}/parkedMessages/{Id}";

    public string Id => $"{MessageId}@{Consumer}";
}

/// <summary>Lists parked messages and gives them to their consumer again; a replay is an audited act.</summary>
public sealed class ParkedMessages(DispatchDb db, Replay replay, TimeProvider clock)
{
    private const string Columns = "message_id, consumer, tenant, type, reason, text, parked_at, replayed_at, replayed_by";

    public async Task<Page<ParkedMessage>> ListAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await using var command = new NpgsqlCommand($"select {Columns} from parked_message where tenant = $1 and (message_id::text || '@' || consumer) > $2 order by message_id::text || '@' || consumer limit $3", work.Connection)
        {
            Parameters = { new() { Value = call.Owner.Value }, new() { Value = page.After }, new() { Value = page.Size + 1 } },
        };
        var messages = await ReadAsync(command, cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        var shown = messages.Take(page.Size).ToList();
        return new(shown, messages.Count > page.Size ? page.TokenAfter(shown[^1].Id) : "");
    }

    /// <summary>Sends the message, then commits that it was sent: sent twice is harmless, the inbox knows its id.</summary>
    public async Task<ParkedMessage> ReplayAsync(string name, Call call, RequestKey request, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.FindAnswerAsync<ParkedMessage>(call.Owner, request, cancellation) is { } answered) return answered;
        var now = clock.GetUtcNow();
        await using var command = new NpgsqlCommand($"update parked_message set replayed_at = $3, replayed_by = $4 where tenant = $1 and (message_id::text || '@' || consumer) = $2 returning {Columns}", work.Connection)
        {
            Parameters = { new() { Value = call.Owner.Value }, new() { Value = name.Split('/')[^1] }, new() { Value = now }, new() { Value = call.Caller.Subject } },
        };
        var message = (await ReadAsync(command, cancellation)).SingleOrDefault() ?? throw new NotFound(name);
        var (headers, body) = await ContentAsync(work.Connection, message, cancellation);
        await replay.SendAsync(message.Consumer, message.MessageId, headers, body, cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, message.Name, now));
        await work.CommitAsync(call.Owner, request, message, cancellation);
        return message;
    }

    private static async Task<(ParkedHeaders Headers, byte[] Body)> ContentAsync(NpgsqlConnection connection, ParkedMessage message, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select headers, body from parked_message where message_id = $1 and consumer = $2", connection) { Parameters = { new() { Value = message.MessageId }, new() { Value = message.Consumer } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return (JsonSerializer.Deserialize<ParkedHeaders>(reader.GetString(0)) ?? throw new JsonException("Headers are empty."), reader.GetFieldValue<byte[]>(1));
    }

    private static async Task<List<ParkedMessage>> ReadAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<ParkedMessage> messages = [];
        while (await reader.ReadAsync(cancellation))
            messages.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetFieldValue<DateTimeOffset>(6),
                reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7), reader.IsDBNull(8) ? null : reader.GetString(8)));
        return messages;
    }
}

using System.Text.Json;
using Handhaving.ServiceDefaults.Bus;
using Npgsql;

namespace Handhaving.Dispatch.Operations.Parked;

/// <summary>A parked message held for one replay, longer than a call may take; whoever parks it again ends the hold.</summary>
internal sealed record ReplayClaim(ParkedMessageName Name, ParkedMessage Message, DateTimeOffset Until, ParkedHeaders Headers, byte[] Body)
{
    private const string Mine = $"{ParkedRows.ByName} and replay_lease_until = $4 and parked_at = $5";

    public static async Task<ReplayClaim> TakeAsync(NpgsqlConnection connection, ParkedMessageName name, CancellationToken cancellation)
    {
        var message = await ParkedRows.TakeAsync(connection, name, cancellation);
        await using var command = ParkedRows.Command(connection, name, $"update parked_message set replay_lease_until = clock_timestamp() + interval '15 seconds' where {ParkedRows.ByName} returning replay_lease_until, headers, body");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var headers = JsonSerializer.Deserialize<ParkedHeaders>(reader.GetString(1)) ?? throw new JsonException("Headers are empty.");
        return new(name, message, reader.GetFieldValue<DateTimeOffset>(0), headers, reader.GetFieldValue<byte[]>(2));
    }

    /// <summary>Writes down that it was replayed, unless it is back in the parking already.</summary>
    public async Task MarkAsync(NpgsqlConnection connection, ParkedMessage replayed, CancellationToken cancellation)
    {
        await using var command = ParkedRows.Command(connection, Name, $"update parked_message set replayed_at = $6, replayed_by = $7, replay_lease_until = null where {Mine}",
            Until, Message.ParkedAt, replayed.ReplayedAt ?? throw new InvalidOperationException($"{Name} was not replayed."), replayed.ReplayedBy ?? "");
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Lets it go as it was.</summary>
    public async Task ReleaseAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = ParkedRows.Command(connection, Name, $"update parked_message set replay_lease_until = null where {Mine}", Until, Message.ParkedAt);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}

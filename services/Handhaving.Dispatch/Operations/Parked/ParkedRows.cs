using Handhaving.ServiceDefaults.Errors;
using Npgsql;

namespace Handhaving.Dispatch.Operations.Parked;

/// <summary>Parked messages as they lie in the table.</summary>
internal static class ParkedRows
{
    public const string Columns = "message_id, consumer, tenant, type, reason, text, parked_at, replayed_at, replayed_by, discarded_at, discarded_by, discard_reason";

    /// <summary>Where a message lies, by the parameters of its name.</summary>
    public const string ByName = "tenant = $1 and message_id = $2 and consumer = $3";

    public static NpgsqlCommand Command(NpgsqlConnection connection, ParkedMessageName name, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name.Tenant.Value }, new() { Value = name.MessageId }, new() { Value = name.Consumer } } };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    /// <summary>The message, for whoever decides about it first: until the transaction ends nobody else does.</summary>
    /// <exception cref="NotFound">There is none of this name.</exception>
    /// <exception cref="RuleBroken">MESSAGE_DISCARDED, MESSAGE_IN_REPLAY.</exception>
    public static async Task<ParkedMessage> TakeAsync(NpgsqlConnection connection, ParkedMessageName name, CancellationToken cancellation)
    {
        await using var command = Command(connection, name, $"select {Columns}, coalesce(replay_lease_until > clock_timestamp(), false) from parked_message where {ByName} for update");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation)) throw new NotFound(name.Value);
        var message = Read(reader);
        ParkingRules.NotDiscarded.Require(message.Discard is null, ("by", message.Discard?.By ?? ""));
        ParkingRules.NotInReplay.Require(!reader.GetBoolean(12));
        return message;
    }

    public static ParkedMessage Read(NpgsqlDataReader reader) => new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetFieldValue<DateTimeOffset>(6))
    {
        ReplayedAt = reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
        ReplayedBy = reader.IsDBNull(8) ? null : reader.GetString(8),
        Discard = reader.IsDBNull(9) ? null : new(reader.GetFieldValue<DateTimeOffset>(9), reader.GetString(10), reader.GetString(11)),
    };
}

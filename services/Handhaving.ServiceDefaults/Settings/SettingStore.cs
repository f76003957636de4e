using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.ServiceDefaults.Settings;

/// <summary>A value as it was decided.</summary>
/// <param name="Owner">Null for the product's default.</param>
public sealed record SettingValue(string Key, TenantId? Owner, long Version, string Value, DateTimeOffset ValidFrom, string ChangedBy, string Reason);

/// <summary>Reads and appends values of settings. The municipality's own counts before its team's, the team's before the product's; of one owner the last that is valid at the moment asked about.</summary>
public static class SettingStore
{
    public static async Task<IReadOnlyDictionary<string, SettingValue>> ReadAsync(NpgsqlConnection connection, TenantId owner, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            select distinct on (s.key) s.key, s.tenant, s.version, s.value::text, s.valid_from, s.changed_by, s.change_reason
            from setting s where s.valid_from <= $2 and (s.tenant = $1 or s.tenant = (select team from municipality where code = $1))
            order by s.key, (s.tenant = $1) desc, s.valid_from desc, s.version desc
            """, connection)
        {
            Parameters = { new() { Value = owner.Value }, new() { Value = at } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<string, SettingValue> values = [];
        while (await reader.ReadAsync(cancellation))
            values[reader.GetString(0)] = new(reader.GetString(0), new TenantId(reader.GetString(1)), reader.GetInt64(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4), reader.GetString(5), reader.GetString(6));
        return values;
    }

    /// <summary>Last version that an owner gave each key, valid yet or not; a key without one is missing.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> LastVersionsAsync(NpgsqlConnection connection, TenantId owner, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select key, max(version) from setting where tenant = $1 group by key", connection) { Parameters = { new() { Value = owner.Value } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        Dictionary<string, long> versions = [];
        while (await reader.ReadAsync(cancellation)) versions[reader.GetString(0)] = reader.GetInt64(1);
        return versions;
    }

    // The primary key (tenant, key, version) lets one of two editors win.
    public static NpgsqlBatchCommand Insert(TenantId owner, SettingValue value) => new("insert into setting (tenant, key, version, value, valid_from, changed_by, change_reason) values ($1, $2, $3, $4::jsonb, $5, $6, $7)")
    {
        Parameters =
        {
            new() { Value = owner.Value },
            new() { Value = value.Key },
            new() { Value = value.Version },
            new() { Value = value.Value },
            new() { Value = value.ValidFrom },
            new() { Value = value.ChangedBy },
            new() { Value = value.Reason },
        },
    };
}

using System.Text.Json;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;
using Npgsql;

namespace Handhaving.Dispatch.Data.Loading;

/// <summary>Units on duty with their crew and its appointments, in one statement.</summary>
internal static class UnitQuery
{
    private const string Select = """
        select u.name, u.call_sign, u.kind, u.home_latitude, u.home_longitude, u.minimum_crew, d.signed_on_at,
               array_agg(o.id order by o.id), array_agg(o.appointments::text order by o.id),
               d.vehicle, d.radio, d.equipment, d.ends_at, d.activity, d.activity_reason, d.activity_since, d.calls::text
        from duty d join unit u on u.name = d.unit join duty_member m on m.unit = d.unit join officer o on o.id = m.officer
        """;

    public static NpgsqlBatchCommand OnDuty(string[] names) =>
        new(Select + " where d.unit = any($1) group by u.name, d.unit") { Parameters = { new() { Value = names } } };

    /// <param name="names">A query that names the units.</param>
    public static NpgsqlBatchCommand OnDutyOf(string names, params object[] values)
    {
        var command = new NpgsqlBatchCommand($"{Select} where d.unit in ({names}) group by u.name, d.unit");
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    public static NpgsqlBatchCommand AllOnDuty() => new(Select + " group by u.name, d.unit");

    public static Task<List<UnitOnDuty>> FindAsync(UnitOfWork<DispatchDb> work, string[] names, CancellationToken cancellation) => RunAsync(work, OnDuty(names), cancellation);

    /// <summary>All that the transaction may read.</summary>
    public static Task<List<UnitOnDuty>> FindAllAsync(UnitOfWork<DispatchDb> work, CancellationToken cancellation) => RunAsync(work, AllOnDuty(), cancellation);

    public static async Task<List<UnitOnDuty>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        List<UnitOnDuty> units = [];
        while (await reader.ReadAsync(cancellation))
        {
            var crew = reader.GetFieldValue<string[]>(7).Zip(reader.GetFieldValue<string[]>(8), (id, appointments) => new Officer(id, Appointments(appointments)));
            units.Add(new(new UnitName(reader.GetString(0)), reader.GetString(1), (UnitKind)reader.GetInt16(2),
                new Point(reader.GetDouble(3), reader.GetDouble(4)), reader.GetInt32(5), [.. crew], reader.GetFieldValue<DateTimeOffset>(6)) { Duty = DutyOf(reader) });
        }
        return units;
    }

    // What the version before this one signed on has no activity yet: it is available since then.
    private static Duty DutyOf(NpgsqlDataReader reader)
    {
        var signedOnAt = reader.GetFieldValue<DateTimeOffset>(6);
        return new()
        {
            SignedOnAt = signedOnAt,
            Vehicle = reader.IsDBNull(9) ? null : reader.GetString(9),
            Radio = reader.IsDBNull(10) ? null : reader.GetString(10),
            Equipment = reader.GetFieldValue<string[]>(11),
            EndsAt = reader.IsDBNull(12) ? null : reader.GetFieldValue<DateTimeOffset>(12),
            Activity = (UnitActivity)reader.GetInt16(13),
            ActivityReason = reader.IsDBNull(14) ? null : reader.GetString(14),
            ActivitySince = reader.IsDBNull(15) ? signedOnAt : reader.GetFieldValue<DateTimeOffset>(15),
            Calls = JsonSerializer.Deserialize<List<DeskCall>>(reader.GetString(16), MessageJson.Options) ?? [],
        };
    }

    private static async Task<List<UnitOnDuty>> RunAsync(UnitOfWork<DispatchDb> work, NpgsqlBatchCommand command, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await ReadAsync(reader, cancellation);
    }

    public static IReadOnlyList<Appointment> Appointments(string json) =>
        JsonSerializer.Deserialize<List<Appointment>>(json, MessageJson.Options) ?? throw new JsonException("Appointments are empty.");
}

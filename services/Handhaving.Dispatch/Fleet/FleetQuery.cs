using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Data.Loading;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Fleet;

/// <summary>Reads units on duty of all tenants, with what holds them and what they did, under the role that may see them all.</summary>
public sealed class FleetQuery(Databases databases, TenantSettings settings, AreaIndex areas)
{
    private const string Slots = """
        select a.active_unit, a.tenant, a.incident, a.id, a.state, i.priority, i.type, a.restricted is not false
        from assignment a left join incident i on i.tenant = a.tenant and i.id = a.incident and i.live
        where a.active_unit is not null
        """;

    private const string Jobs = """
        select a.unit, count(*), max(coalesce(a.left_at, a.ended_at))
        from duty d join assignment a on a.unit = d.unit and a.ended_at >= d.signed_on_at
        where a.ended_at is not null and a.state in (5, 9, 10)
        """;

    /// <param name="names">Null for all.</param>
    public async Task<IReadOnlyList<FleetUnit>> ReadAsync(IReadOnlyCollection<UnitName>? names, CancellationToken cancellation)
    {
        await using var connection = await databases.Relay.OpenConnectionAsync(cancellation);
        await using var batch = Batch(connection, names?.Select(name => name.Value).ToArray());
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var units = await UnitQuery.ReadAsync(reader, cancellation);
        await reader.NextResultAsync(cancellation);
        var slots = await SlotsAsync(reader, cancellation);
        await reader.NextResultAsync(cancellation);
        var jobs = await JobsAsync(reader, cancellation);
        await reader.NextResultAsync(cancellation);
        var owners = await OwnersAsync(reader, cancellation);
        var decided = await DecidedAsync(slots.Values, cancellation);
        return [.. units.Select(unit => Of(unit, slots.GetValueOrDefault(unit.Name), decided, owners) with { JobsDone = jobs.GetValueOrDefault(unit.Name).Count, LastJobEndedAt = jobs.GetValueOrDefault(unit.Name).Last })];
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, string[]? names)
    {
        var batch = new NpgsqlBatch(connection);
        if (names is null) foreach (var command in new[] { UnitQuery.AllOnDuty(), new(Slots), new(Jobs + " group by a.unit") }) batch.BatchCommands.Add(command);
        else foreach (var command in new[] { UnitQuery.OnDuty(names), Asked(Slots + " and a.active_unit = any($1)", names), Asked(Jobs + " and d.unit = any($1) group by a.unit", names) }) batch.BatchCommands.Add(command);
        batch.BatchCommands.Add(new("select code, team, display_name from municipality union all select id, id, display_name from team"));
        return batch;
    }

    private static NpgsqlBatchCommand Asked(string sql, string[] names) => new(sql) { Parameters = { new() { Value = names } } };

    private FleetUnit Of(UnitOnDuty unit, Slot? slot, Dictionary<TenantId, Interruptible> decided, Dictionary<TenantId, Owner> owners)
    {
        var owner = unit.Name.Owner;
        var home = areas.Locate(unit.Home)?.Municipality.Area.Code ?? (owner.IsMunicipality ? owner.Value : "");
        var known = owners.GetValueOrDefault(owner) ?? new(owner, owner.Value);
        return new(unit, known.Team, home) { OwnerName = known.Name, Slot = slot is null ? null : new(slot.Name, UseOf(slot, decided[slot.Name.Incident.Tenant]), slot.Priority) { IsRestricted = slot.IsRestricted } };
    }

    private static SlotUse UseOf(Slot slot, Interruptible interruptible) => slot is { Priority: { } priority, Type: { } type }
        ? interruptible.UseOf(slot.State is AssignmentState.Offered, priority, type)
        : slot.State is AssignmentState.Offered ? SlotUse.Offered : SlotUse.Committed;

    private async Task<Dictionary<TenantId, Interruptible>> DecidedAsync(IEnumerable<Slot> slots, CancellationToken cancellation)
    {
        Dictionary<TenantId, Interruptible> decided = [];
        foreach (var municipality in slots.Select(slot => slot.Name.Incident.Tenant).Distinct()) decided[municipality] = Interruptible.Of(await settings.OfAsync(municipality, cancellation));
        return decided;
    }

    private static async Task<Dictionary<UnitName, Slot>> SlotsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        Dictionary<UnitName, Slot> slots = [];
        while (await reader.ReadAsync(cancellation))
            slots[new UnitName(reader.GetString(0))] = new(new AssignmentName(new IncidentName(reader.GetString(1), reader.GetGuid(2)), reader.GetGuid(3)), (AssignmentState)reader.GetInt16(4),
                reader.IsDBNull(5) ? null : reader.GetInt32(5), reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetBoolean(7));
        return slots;
    }

    private static async Task<Dictionary<UnitName, (int Count, DateTimeOffset? Last)>> JobsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        Dictionary<UnitName, (int, DateTimeOffset?)> jobs = [];
        while (await reader.ReadAsync(cancellation)) jobs[new UnitName(reader.GetString(0))] = ((int)reader.GetInt64(1), reader.GetFieldValue<DateTimeOffset>(2));
        return jobs;
    }

    private static async Task<Dictionary<TenantId, Owner>> OwnersAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        Dictionary<TenantId, Owner> owners = [];
        while (await reader.ReadAsync(cancellation)) owners[new TenantId(reader.GetString(0))] = new(new TenantId(reader.GetString(1)), reader.GetString(2));
        return owners;
    }

    private sealed record Owner(TenantId Team, string Name);

    private sealed record Slot(AssignmentName Name, AssignmentState State, int? Priority, string? Type, bool IsRestricted);
}

using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Data.Loading;

/// <summary>What holds the slots of units, with what the municipality of each job decided about interrupting it.</summary>
internal static class SlotQuery
{
    public static async Task<Dictionary<string, UnitSlot>> FindAsync(UnitOfWork<DispatchDb> work, string[] units, SettingDefinitions definitions, DateTimeOffset now, CancellationToken cancellation)
    {
        var slots = await ReadAsync(work, units, cancellation);
        Dictionary<TenantId, Interruptible> decided = [];
        foreach (var municipality in slots.Select(slot => slot.Name?.Incident.Tenant).OfType<TenantId>().Distinct())
            decided[municipality] = Interruptible.Of(new(await SettingStore.ReadAsync(work.Connection, municipality, now, cancellation), definitions));
        return slots.ToDictionary(slot => slot.Unit, slot => new UnitSlot(slot.Name, slot.State, UseOf(slot, decided)) { IsRestricted = slot.IsRestricted });
    }

    /// <returns>Who holds a unit's slot; null when nobody does whom this scope may read.</returns>
    public static async Task<SlotHolder?> HolderAsync(NpgsqlConnection connection, TenantScope scope, UnitName unit, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = transaction.Batch(connection);
        batch.BatchCommands.Add(scope.Command());
        batch.BatchCommands.Add(LoadCommands.Slots([unit.Value]));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation); // the first result is the scope's
        return await reader.ReadAsync(cancellation) ? Holder(reader) : null;
    }

    /// <summary>A row of <see cref="LoadCommands.Slots"/>.</summary>
    public static SlotHolder Holder(NpgsqlDataReader reader) =>
        new(new IncidentName(reader.GetString(2), reader.GetGuid(1)).Value, reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetString(4), reader.GetString(5))
        {
            Loan = reader.IsDBNull(6) ? null : new LoanName(new UnitName(reader.GetString(0)).Owner, reader.GetGuid(6)),
        };

    // An incident that the caller may not read counts as not to be interrupted.
    private static SlotUse UseOf(Slot slot, Dictionary<TenantId, Interruptible> decided) => slot is { Name: { } name, Priority: { } priority, Type: { } type }
        ? decided[name.Incident.Tenant].UseOf(slot.State is AssignmentState.Offered, priority, type)
        : slot.State is AssignmentState.Offered ? SlotUse.Offered : SlotUse.Committed;

    private static async Task<List<Slot>> ReadAsync(UnitOfWork<DispatchDb> work, string[] units, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("""
            select a.active_unit, a.tenant, a.incident, a.id, a.state, i.priority, i.body ->> 'type', a.restricted is not false
            from assignment a left join incident i on i.tenant = a.tenant and i.id = a.incident where a.active_unit = any($1)
            union all select unit, null, null, null, state, null, null, true from hidden_slots($1)
            """) { Parameters = { new() { Value = units } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        List<Slot> slots = [];
        while (await reader.ReadAsync(cancellation))
            slots.Add(new(reader.GetString(0), reader.IsDBNull(1) ? null : new AssignmentName(new IncidentName(reader.GetString(1), reader.GetGuid(2)), reader.GetGuid(3)), (AssignmentState)reader.GetInt16(4),
                reader.IsDBNull(5) ? null : reader.GetInt32(5), reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetBoolean(7)));
        return slots;
    }

    private sealed record Slot(string Unit, AssignmentName? Name, AssignmentState State, int? Priority, string? Type, bool IsRestricted);
}

using System.Text.Json;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Data;

/// <summary>All that a batch of acts looks at, read in one round trip: incidents and number row under lock, units on duty, slots, stored answers.</summary>
public sealed class IncidentLoad
{
    private readonly Dictionary<Guid, Incident> incidents = [];
    private readonly Dictionary<UnitName, UnitOnDuty> units = [];
    private readonly Dictionary<UnitName, SlotHolder> slots = [];
    private readonly HashSet<UnitName> known = [];
    private Dictionary<(Guid, string, string), (byte[] Hash, string Answer)> answers = [];
    private readonly Dictionary<RequestKey, IncidentAnswer> answeredHere = [];
    private int year;
    private long nextNumber;

    private IncidentLoad() { }

    /// <summary>Incidents as the acts of this batch left them.</summary>
    public Dictionary<Guid, Incident> Changed { get; } = [];

    public static async Task<IncidentLoad> ReadAsync(NpgsqlConnection connection, TenantScope scope, IReadOnlyList<IncidentWork> works, DateTimeOffset now, CancellationToken cancellation)
    {
        var load = new IncidentLoad { year = Recommendation.UnitFilter.DayOf(now).Year };
        var tenant = scope.Writes ?? throw new InvalidOperationException("A batch writes one tenant.");
        var newcomers = works.Count(work => work.Opening is Opening.Numbered);
        var unitNames = works.Where(work => work.Unit is not null).Select(work => work.Unit?.Value ?? "").Distinct().ToArray();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(scope.Command());
        batch.BatchCommands.Add(StoredAnswers.Find(tenant, [.. works.Select(work => work.Request).OfType<RequestKey>()]));
        batch.BatchCommands.Add(new("select body from incident where tenant = $1 and id = any($2) and canary_at is null order by id for update")
        {
            Parameters = { new() { Value = tenant.Value }, new() { Value = works.Where(work => work.Opening is Opening.Existing).Select(work => work.Name.Id).Distinct().ToArray() } },
        });
        batch.BatchCommands.Add(UnitQuery.OnDuty(unitNames));
        batch.BatchCommands.Add(new("select active_unit, incident, tenant, assigned_by from assignment where active_unit = any($1)") { Parameters = { new() { Value = unitNames } } });
        batch.BatchCommands.Add(new("select name from unit where name = any($1)") { Parameters = { new() { Value = unitNames } } });
        if (newcomers > 0) batch.BatchCommands.Add(Numbers(tenant, load.year, newcomers));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        await load.TakeAsync(reader, newcomers, cancellation);
        return load;
    }

    /// <exception cref="RuleBroken">REQUEST_ID_REUSED.</exception>
    public IncidentAnswer? StoredAnswer(IncidentWork work)
    {
        if (work.Request is not { } key) return null;
        if (answers.TryGetValue((key.Id, key.Client, key.Method), out var stored)) return StoredAnswers.Open<IncidentAnswer>(key, stored.Hash, stored.Answer);
        var twin = answeredHere.FirstOrDefault(pair => (pair.Key.Id, pair.Key.Client, pair.Key.Method) == (key.Id, key.Client, key.Method));
        if (twin.Key is null) return null;
        Reasons.RequestIdReused.Require(key.HasContentOf(twin.Key.ContentHash.ToArray()));
        return twin.Value;
    }

    public Desk DeskOf(IncidentWork work)
    {
        var incident = work.Opening is Opening.Existing ? incidents.GetValueOrDefault(work.Name.Id) ?? throw new NotFound(work.Name.Value) : null;
        var unit = work.Unit is { } name ? units.GetValueOrDefault(name) : null;
        if (work.Unit is { } asked && !known.Contains(asked)) throw new NotFound(asked.Value);
        var holder = work.Unit is { } wanted ? slots.GetValueOrDefault(wanted) : null;
        return new(incident, unit, holder, work.Opening is Opening.Numbered ? $"{year}-{nextNumber++:000000}" : "");
    }

    public void Keep(IncidentWork work, IncidentAnswer answer)
    {
        var before = Changed.GetValueOrDefault(work.Name.Id);
        Changed[work.Name.Id] = answer.Incident with { Happenings = [.. before?.Happenings ?? [], .. answer.Incident.Happenings] };
        incidents[work.Name.Id] = answer.Incident with { Happenings = [] };
        KeepSlots(answer.Incident);
        if (work.Request is { } key) answeredHere[key] = answer with { Incident = answer.Incident with { Happenings = [] } };
    }

    // Frees only what this incident held: a unit that ended here may be on another by now.
    private void KeepSlots(Incident incident)
    {
        foreach (var (unit, _) in slots.Where(slot => slot.Value.Incident == incident.Name.Value).ToList()) slots.Remove(unit);
        foreach (var assignment in incident.Assignments.Where(assignment => assignment.IsActive)) slots[assignment.Unit] = new(incident.Name.Value, assignment.AssignedBy);
    }

    private async Task TakeAsync(NpgsqlDataReader reader, int newcomers, CancellationToken cancellation)
    {
        answers = await StoredAnswers.ReadAsync(reader, cancellation);
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var incident = IncidentJson.Read(reader.GetString(0));
            incidents[incident.Name.Id] = incident;
        }
        await reader.NextResultAsync(cancellation);
        foreach (var unit in await UnitQuery.ReadAsync(reader, cancellation)) units[unit.Name] = unit;
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            slots[new UnitName(reader.GetString(0))] = new(new IncidentName(reader.GetString(2), reader.GetGuid(1)).Value, reader.GetString(3));
        await reader.NextResultAsync(cancellation);
        while (await reader.ReadAsync(cancellation)) known.Add(new UnitName(reader.GetString(0)));
        if (newcomers == 0) return;
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        nextNumber = reader.GetInt64(0) - newcomers + 1;
    }

    private static NpgsqlBatchCommand Numbers(TenantId tenant, int year, int count) => new("""
        insert into incident_number (tenant, year, last) values ($1, $2, $3)
        on conflict (tenant, year) do update set last = incident_number.last + excluded.last returning last
        """)
    {
        Parameters = { new() { Value = tenant.Value }, new() { Value = year }, new() { Value = (long)count } },
    };
}

/// <summary>An incident as it lies in its row.</summary>
public static class IncidentJson
{
    public static string Write(Incident incident) => JsonSerializer.Serialize(incident, MessageJson.Options);

    public static Incident Read(string body) => JsonSerializer.Deserialize<Incident>(body, MessageJson.Options) ?? throw new JsonException("An incident's body is empty.");
}

using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Data.Loading;

/// <summary>All that a batch of acts looks at, read in one round trip: incidents and number row under lock, units on duty, slots, stored answers.</summary>
public sealed class IncidentLoad
{
    private readonly Dictionary<IncidentName, Incident> incidents = [];
    private readonly Dictionary<UnitName, UnitOnDuty> units = [];
    private readonly Dictionary<UnitName, SlotHolder> slots = [];
    private readonly Dictionary<UnitName, CalledUnit> known = [];
    private readonly Dictionary<UnitName, ForeignUnit> foreign = [];
    private readonly Dictionary<UnitName, (UnitActivity Activity, DateTimeOffset? EndsAt)> activities = [];
    private readonly HeldUnits held = new();
    private Dictionary<(Guid, string, string), (byte[] Hash, string Answer)> answers = [];
    private readonly Dictionary<RequestKey, IncidentAnswer> answeredHere = [];
    private readonly DateTimeOffset now;
    private DateTimeOffset? recordTime;
    private readonly TakenNumbers numbers;

    private IncidentLoad(DateTimeOffset now) => (this.now, numbers) = (now, new TakenNumbers(Recommendation.UnitFilter.DayOf(now).Year));

    /// <summary>Incidents as the acts of this batch left them.</summary>
    public Dictionary<IncidentName, Incident> Changed { get; } = [];

    public static async Task<IncidentLoad> ReadAsync(NpgsqlConnection connection, TenantScope scope, IReadOnlyList<IncidentWork> works, DateTimeOffset now, CancellationToken cancellation)
    {
        var load = new IncidentLoad(now);
        var tenant = scope.Writes ?? throw new InvalidOperationException("A batch writes one tenant.");
        var questions = load.Questions(scope, tenant, works).ToList();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(scope.Command());
        foreach (var (command, _) in questions) batch.BatchCommands.Add(command);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        foreach (var (_, take) in questions)
        {
            await reader.NextResultAsync(cancellation); // the first result is the scope's
            await take(reader, cancellation);
        }
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

    public Desk DeskOf(IncidentWork work, DateTimeOffset now)
    {
        var incident = work.Opening is Opening.Existing or Opening.WithUnits ? incidents.GetValueOrDefault(work.Name) ?? throw new NotFound(work.Name.Value) : null;
        var lent = work.Unit is { } other ? foreign.GetValueOrDefault(other) : null;
        var unit = work.Unit is { } name ? units.GetValueOrDefault(name) ?? lent?.Unit : null;
        if (work.Unit is { } asked && lent is null && !known.ContainsKey(asked)) throw new NotFound(asked.Value);
        var holder = work.Unit is { } wanted ? slots.GetValueOrDefault(wanted) : null;
        var givesUp = work.GivesUp is { } left ? incidents.GetValueOrDefault(left) ?? throw new NotFound(left.Value) : null;
        var called = work.Unit is { } meant ? unit?.Called ?? known.GetValueOrDefault(meant, CalledUnit.Of(meant)) : (CalledUnit?)null;
        return new(incident, givesUp, unit, holder, work.Opening is Opening.Numbered ? numbers.Next() : "", now) { Foreign = lent, OnIt = held.Find, RecordTime = recordTime, Called = called };
    }

    public void Keep(IncidentWork work, IncidentAnswer answer)
    {
        if (answer.GivenUp is { } other) Keep(other.Incident);
        Keep(answer.Incident);
        if (work.Request is { } key) answeredHere[key] = answer with { Incident = answer.Incident with { Happenings = [] } };
    }

    // An act that changed nothing leaves its answer and its line in the audit, and the incident as it is.
    private void Keep(Incident incident)
    {
        if (incident.Happenings.Count == 0) return;
        var before = Changed.GetValueOrDefault(incident.Name);
        Changed[incident.Name] = incident with { Happenings = [.. before?.Happenings ?? [], .. incident.Happenings] };
        incidents[incident.Name] = incident with { Happenings = [] };
        KeepSlots(incident);
    }

    /// <summary>What a unit is after an act on its assignment: its own activity goes on where the job left off. Of a job elsewhere its owner is told no more than that it is busy.</summary>
    public UnitAvailability AvailabilityAfter(Assignment assignment, Incident incident, Interruptible interruptible)
    {
        var slot = !assignment.IsActive ? SlotUse.None
            : assignment.State is AssignmentState.Offered ? SlotUse.Offered
            : assignment.Loan is null ? interruptible.UseOf(false, incident.Priority, incident.Type) : SlotUse.Committed;
        var (activity, endsAt) = activities.GetValueOrDefault(assignment.Unit, (UnitActivity.Available, null));
        return Availability.Shown(Availability.Of(activity, slot), isDutyOver: now >= endsAt);
    }

    // Frees only what this incident held: a unit that ended here may be on another by now.
    private void KeepSlots(Incident incident)
    {
        foreach (var (unit, _) in slots.Where(slot => slot.Value.Incident == incident.Name.Value).ToList()) slots.Remove(unit);
        foreach (var assignment in incident.Assignments.Where(assignment => assignment.IsActive)) slots[assignment.Unit] = new(incident.Name.Value, incident.Number, incident.MunicipalityName, assignment.AssignedBy);
    }

    // Only what the acts of this batch look at is asked: a batch of reports alone asks for stored answers and numbers.
    private IEnumerable<(NpgsqlBatchCommand Command, Func<NpgsqlDataReader, CancellationToken, Task> Take)> Questions(TenantScope scope, TenantId tenant, IReadOnlyList<IncidentWork> works)
    {
        var existing = works.SelectMany(work => work.Existing).Distinct().ToArray();
        var asked = works.Select(work => work.Unit?.Value).OfType<string>().Distinct().ToArray();
        var newcomers = works.Count(work => work.Opening is Opening.Numbered);
        foreach (var locks in LoadCommands.Locks(existing, asked)) yield return (locks, NothingAsync);
        yield return (StoredAnswers.Find(tenant, [.. works.Select(work => work.Request).OfType<RequestKey>()]), async (reader, cancellation) => answers = await StoredAnswers.ReadAsync(reader, cancellation));
        // What another municipality keeps is locked in its name, and what the units on it do is asked in it: row-level security lets nobody else.
        foreach (var owner in existing.GroupBy(name => name.Tenant).OrderBy(group => group.Key == tenant).ThenBy(group => group.Key.Value, StringComparer.Ordinal))
        {
            yield return ((scope with { Writes = owner.Key }).Command(), NothingAsync);
            yield return (LoadCommands.Existing(owner.Key, [.. owner]), TakeIncidentsAsync);
            yield return (LoadCommands.Activities([.. owner], owner.Key == tenant ? asked : []), TakeActivitiesAsync);
        }
        if (existing.Length > 0) yield return (scope.Command(), NothingAsync);
        if (asked.Length > 0)
        {
            yield return (UnitQuery.OnDuty(asked), TakeUnitsAsync);
            // The municipality's own units are nobody else's: most offers ask no more.
            if (asked.Where(unit => new UnitName(unit).Owner != tenant).ToArray() is { Length: > 0 } others) yield return (ForeignUnitQuery.Of(others), TakeForeignAsync);
            yield return (LoadCommands.Slots(asked), TakeSlotsAsync);
            yield return (LoadCommands.Known(asked), TakeKnownAsync);
        }
        foreach (var question in held.Questions(tenant, works.Where(work => work.Opening is Opening.WithUnits).Select(work => work.Name), now)) yield return question;
        if (newcomers > 0) yield return (numbers.Ask(tenant, newcomers), (reader, cancellation) => numbers.TakeAsync(reader, newcomers, cancellation));
    }

    /// <inheritdoc cref="TakenNumbers.Unused"/>
    public NpgsqlBatchCommand? UnusedNumbers(TenantId tenant) => numbers.Unused(tenant);

    private static Task NothingAsync(NpgsqlDataReader reader, CancellationToken cancellation) => Task.CompletedTask;

    private async Task TakeIncidentsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation))
        {
            recordTime ??= reader.GetFieldValue<DateTimeOffset>(2);
            var incident = IncidentJson.Read(reader.GetString(0)) with { MunicipalityName = reader.GetString(1) };
            incidents[incident.Name] = incident;
        }
    }

    private async Task TakeUnitsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        foreach (var unit in await UnitQuery.ReadAsync(reader, cancellation)) units[unit.Name] = unit;
    }

    private async Task TakeForeignAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        foreach (var unit in await ForeignUnitQuery.ReadAsync(reader, now, cancellation)) foreign[unit.Unit.Name] = unit;
    }

    private async Task TakeSlotsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation)) slots[new UnitName(reader.GetString(0))] = SlotQuery.Holder(reader);
    }

    private async Task TakeKnownAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation)) known[new UnitName(reader.GetString(0))] = new(new UnitName(reader.GetString(0)), reader.GetString(1));
    }

    private async Task TakeActivitiesAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        while (await reader.ReadAsync(cancellation)) activities[new UnitName(reader.GetString(0))] = ((UnitActivity)reader.GetInt16(1), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2));
    }
}

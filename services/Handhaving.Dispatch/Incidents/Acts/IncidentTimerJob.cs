using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Jobs;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Incidents.Acts;

/// <summary>What happens to incidents because a moment has come: those set aside go on, those handled long ago close. Read from their state, so it survives a restart and ends with its episode; several replicas may sweep, the version decides.</summary>
public sealed partial class IncidentTimerJob(Databases databases, IncidentWriter incidents, TenantSettings settings, TimeProvider clock, ILogger<IncidentTimerJob> logger)
    : SweepJob(TimeSpan.FromSeconds(2), clock, logger)
{
    private const string Operation = "handhaving.dispatch.IncidentTimerJob";

    public override async Task SweepAsync(CancellationToken cancellation)
    {
        await EachAsync(await DueAsync(cancellation), name => TryAsync(name, TakeUp, cancellation));
        await EachAsync(await HandledAsync(cancellation), async handled =>
        {
            var stays = TimeSpan.FromHours(await settings.NumberOfAsync(handled.Name.Tenant, DispatchSettings.AutoCloseHours, cancellation));
            if (handled.At + stays <= Clock.GetUtcNow()) await TryAsync(handled.Name, incident => Close(incident, stays), cancellation);
        });
    }

    private Incident TakeUp(Incident incident) => incident.Hold is { } hold && hold.Due <= Clock.GetUtcNow() ? incident.EndHold(Now()) : throw IncidentRules.Held.Broken();

    private Incident Close(Incident incident, TimeSpan stays) => incident.HandledKnownAt + stays <= Clock.GetUtcNow() ? incident.Close(Now()) : throw IncidentRules.Handled.Broken();

    private Act Now() => new("system", Clock.GetUtcNow()) { IsOfTime = true };

    private async Task TryAsync(IncidentName name, Func<Incident, Incident> decide, CancellationToken cancellation)
    {
        try
        {
            await incidents.WriteAsync(Operation, name, desk => new(decide(desk.Existing())), cancellation);
        }
        catch (RuleBroken elsewhere) when (elsewhere.Rule == IncidentRules.Held || elsewhere.Rule == IncidentRules.Handled || elsewhere.Rule == IncidentRules.NotEnded)
        {
            LogDone(name.Id);
        }
    }

    private async Task<List<IncidentName>> DueAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select tenant, id from incident where due_at <= $1 order by due_at limit 100");
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<IncidentName> names = [];
        while (await reader.ReadAsync(cancellation)) names.Add(new(reader.GetString(0), reader.GetGuid(1)));
        return names;
    }

    // The shortest stay is an hour, and counts from when it was told; of each municipality the oldest are looked at.
    private async Task<List<(IncidentName Name, DateTimeOffset At)>> HandledAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("""
            select m.code, i.id, greatest(i.handled_at, (i.body->>'handledToldAt')::timestamptz) from municipality m
            cross join lateral (select id, handled_at, body from incident where tenant = m.code and state = 6 and handled_at <= $1 order by handled_at limit 200) i
            """);
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() - TimeSpan.FromHours(1) });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<(IncidentName, DateTimeOffset)> found = [];
        while (await reader.ReadAsync(cancellation)) found.Add((new(reader.GetString(0), reader.GetGuid(1)), reader.GetFieldValue<DateTimeOffset>(2)));
        return found;
    }

    [LoggerMessage(EventId = 2502, Level = LogLevel.Debug, Message = "Incident {Incident} was taken up or closed just before its time")]
    private partial void LogDone(Guid incident);
}

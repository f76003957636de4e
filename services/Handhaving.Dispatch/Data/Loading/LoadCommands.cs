using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Data.Loading;

/// <summary>What a batch of acts asks the database.</summary>
internal static class LoadCommands
{
    // Whatever an act here may change on a screen: first the incidents, then, looked at only once those are held, the units on them and those asked for.
    // Nobody else can change an incident that is not there yet. Incidents of several municipalities are all locked before any unit, so that no two batches wait for each other.
    public static IEnumerable<NpgsqlBatchCommand> Locks(IncidentName[] existing, string[] asked)
    {
        if (existing.Length == 0 && asked.Length == 0) yield break;
        yield return FeedLock.Take(existing.Select(name => name.Value));
        yield return FeedLock.Take(
            asked, "select active_unit from assignment where (tenant, incident) in (select * from unnest($2, $3)) and active_unit is not null",
            existing.Select(name => name.Municipality).ToArray(), existing.Select(name => name.Id).ToArray());
    }

    public static NpgsqlBatchCommand Existing(TenantId tenant, IncidentName[] names) => new("""
        select body, coalesce((select display_name from municipality where code = $1), $1), clock_timestamp()
        from incident where tenant = $1 and id = any($2) and canary_at is null order by id for update
        """)
    {
        Parameters = { new() { Value = tenant.Value }, new() { Value = names.Select(name => name.Id).ToArray() } },
    };

    // A lent unit's duty is its owner's: the function looks past the wall.
    public static NpgsqlBatchCommand Activities(IncidentName[] names, string[] asked) => new("select unit, activity, ends_at from unit_duties($1, $2)")
    {
        Parameters = { new() { Value = asked }, new() { Value = names.Select(name => name.Id).ToArray() } },
    };

    public static NpgsqlBatchCommand Numbers(TenantId tenant, int year, int count) => new("""
        insert into incident_number (tenant, year, last) values ($1, $2, $3)
        on conflict (tenant, year) do update set last = incident_number.last + excluded.last returning last
        """)
    {
        Parameters = { new() { Value = tenant.Value }, new() { Value = year }, new() { Value = (long)count } },
    };

    /// <summary>Who holds the slots of units; the number is that of the incident, or of the loan where no more than that is for the caller to read, or there is none.</summary>
    public static NpgsqlBatchCommand Slots(string[] units) => new("""
        select a.active_unit, a.incident, a.tenant, coalesce(i.number, l.incident_number), coalesce((select display_name from municipality where code = a.tenant), a.tenant), a.assigned_by,
               case when i.number is null then l.id end
        from assignment a left join incident i on i.tenant = a.tenant and i.id = a.incident left join loan l on l.tenant = split_part(a.active_unit, '/', 2) and l.id = a.id
        where a.active_unit = any($1)
        """) { Parameters = { new() { Value = units } } };

    /// <summary>How units are called, on duty or not.</summary>
    public static NpgsqlBatchCommand Known(string[] units) => new("select name, call_sign from unit where name = any($1)") { Parameters = { new() { Value = units } } };
}

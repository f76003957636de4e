using System.Globalization;
using Handhaving.Benchmarks.Platform;

namespace Handhaving.Benchmarks.Benchmarks.Growth;

/// <summary>Years of closed incidents, written straight into the tables: each a copy of one that dispatch wrote, with its own number, place, words and time.</summary>
internal static class IncidentHistory
{
    /// <summary>A word of a tenth of all closed incidents.</summary>
    public const string CommonWord = "fietswrak";

    /// <summary>A word of this many closed incidents, whatever their number.</summary>
    public const string RareWord = "zilverreiger";

    /// <summary>How many incidents have it.</summary>
    public const int RareIncidents = 25;

    private const int Chunk = 20_000;

    // Foreign keys and commits need no proof here: the owner writes what the service would have.
    private const string Session = "set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB';";

    // Three years back, evenly; version 7 ids of that time. The words differ enough to fill an index as real ones do.
    private const string Rows = """
        create temporary table history as
        select t.code as tenant, n, at,
               (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid as id,
               to_char(at, 'YYYY') || '-9' || lpad((n / {tenants})::text, 7, '0') as number,
               case when n % 10 = 3 then '{common} ' when n % 10 < 3 then 'auto op de stoep ' when n % 10 < 6 then 'zwerfafval ' else 'hinderlijk geluid ' end
                 || case when n % ({count} / {rare}) = 1 then '{rareWord} ' else '' end || 'bij woning ' || (n % 5000) || ' kenmerk k' || substr(hash, 20, 6) as description,
               (array['parking.nuisance', 'waste.litter', 'noise.neighbours', 'bicycle.abandoned', 'animal.dog'])[1 + n % 5] as type,
               (body->'place'->'point'->>'latitude')::float8 + 0.02 * sin(n * 2.399963) * sqrt((n % 997) / 997.0) as latitude,
               (body->'place'->'point'->>'longitude')::float8 + 0.03 * cos(n * 2.399963) * sqrt((n % 997) / 997.0) as longitude,
               body as template
        from generate_series({first}, {last}) as n
        join unnest(array[{codes}]) with ordinality as t (code, place) on t.place = 1 + n % {tenants}
        cross join lateral (select md5('handhaving' || n) as hash, date_trunc('milliseconds', now() - interval '1 day' - interval '3 years' * (1 - n::float8 / ({count} + 1))) as at) x
        join lateral (select i.body from incident i where i.tenant = t.code and i.live and i.canary_at is null order by i.id limit 1) one on true;
        """;

    private const string Fill = """
        insert into incident (tenant, id, version, state, priority, number, body)
        select tenant, id, 6, 7, 3, number, template || jsonb_build_object(
          'name', jsonb_build_object('municipality', tenant, 'id', id), 'number', number, 'description', description, 'type', type, 'phase', 'Closed',
          'reportedAt', at, 'createdAt', at, 'updatedAt', at + interval '40 minutes', 'handledAt', at + interval '30 minutes', 'version', 6, 'sequence', 6,
          'dispositions', jsonb_build_array('warning'),
          'place', template->'place' || jsonb_build_object('point', jsonb_build_object('latitude', latitude, 'longitude', longitude)))
        from history;
        insert into timeline (tenant, incident, sequence, kind, occurred_at, recorded_at, actor)
        select h.tenant, h.id, s.place, s.kind, h.at + s.place * interval '5 minutes', h.at + s.place * interval '5 minutes', 'desk-' || h.n % 40
        from history h, unnest(array['IncidentReceived', 'AssignmentOffered', 'AssignmentAccepted', 'UnitOnScene', 'IncidentHandled', 'IncidentClosed']) with ordinality as s (kind, place);
        insert into assignment (tenant, id, incident, unit, state, assigned_by, expires_at, ended_at)
        select tenant, md5(id::text)::uuid, id, 'municipalities/' || tenant || '/units/boa-' || tenant || '-' || 1 + n % 3, 5, 'desk-' || n % 40, at + interval '2 minutes', at + interval '30 minutes' from history;
        insert into request (tenant, client, method, request_id, content_hash, answer, recorded_at)
        select h.tenant, 'console', 'handhaving.dispatch.v1.' || s.method, md5(h.id::text || s.method)::uuid, decode(md5(h.number), 'hex'), '{"incident":"' || h.id || '"}', h.at
        from history h, unnest(array['IncidentService/ReportIncident', 'AssignmentService/AssignUnit']) as s (method);
        insert into audit_line (tenant, sequence, recorded_at, line, hash)
        select h.tenant, 1000000000 + 2 * h.n + s.place, h.at, s.verb || ' municipalities/' || h.tenant || '/incidents/' || h.id || ' desk-' || h.n % 40 || ' console dispatch.incidents', sha256(convert_to(h.id::text || s.verb, 'UTF8'))
        from history h, unnest(array['COLLECT', 'CONSULT']) with ordinality as s (verb, place);
        drop table history;
        """;

    // What is written next goes on behind what is there.
    private const string Heads = """
        update audit_head h set sequence = l.last from (select tenant, max(sequence) as last from audit_line group by tenant) l where l.tenant = h.tenant;
        update incident_number n set last = greatest(n.last, 100000);
        """;

    public static async Task WriteAsync(Database database, int count, Action<string> say, CancellationToken cancellation)
    {
        for (var first = 1; first <= count; first += Chunk)
        {
            var last = Math.Min(count, first + Chunk - 1);
            await database.OwnerAsync(Session + Filled(count, first, last) + Fill, cancellation);
            if (last % (5 * Chunk) == 0) say($"{last:#,0} of {count:#,0} closed incidents");
        }
        await database.OwnerAsync(Heads, cancellation);
        await database.OwnerAsync("vacuum analyze", cancellation);
    }

    private static string Filled(int count, int first, int last) => Rows
        .Replace("{count}", Text(count), StringComparison.Ordinal).Replace("{first}", Text(first), StringComparison.Ordinal).Replace("{last}", Text(last), StringComparison.Ordinal)
        .Replace("{tenants}", Text(Region.Municipalities.Count), StringComparison.Ordinal).Replace("{codes}", string.Join(',', Region.Municipalities.Select(code => $"'{code}'")), StringComparison.Ordinal)
        .Replace("{common}", CommonWord, StringComparison.Ordinal).Replace("{rareWord}", RareWord, StringComparison.Ordinal).Replace("{rare}", Text(RareIncidents), StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Text.Json;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Dispatch.Recommendation.Storing;

/// <summary>Reads what a recommendation is asked for and keeps what was answered: those of callers who read the same share a round trip and a commit, whatever municipality they are of. Plain Npgsql: the hot path.</summary>
/// <remarks>A batch without a transaction of its own is one for the server: the tenants set by a statement hold for those after it, and for nothing after the batch.</remarks>
public sealed class RecommendationStore : IAsyncDisposable
{
    // A look into the key for each: as a join it may be planned while the table is small, and then read all of it for each batch.
    private const string Incidents = """
        select i.body, coalesce((select display_name from municipality where code = asked.tenant), asked.tenant) from unnest($1, $2) as asked (tenant, id)
        cross join lateral (select body from incident where tenant = asked.tenant and id = asked.id and canary_at is null limit 1) i
        """;

    // The teams of these municipalities with all their municipalities, as far as they may be read.
    private const string Neighbours = """
        select m.team, case when m.code = any(r.tenants) then m.code end, m.team = any(r.tenants)
        from municipality m, (select app_readable() as tenants) r where m.team in (select team from municipality where code = any($1))
        """;

    private readonly Databases databases;
    private readonly GroupCommit<TenantScope, AskedWork> reads;
    private readonly GroupCommit<TenantScope, KeepWork> writes;

    public RecommendationStore(Databases databases)
    {
        this.databases = databases;
        (reads, writes) = (new(ReadAsync), new(WriteAsync));
    }

    /// <exception cref="NotFound">The caller may not see the incident.</exception>
    public async Task<Asked> ReadAsync(IncidentName name, Call call, CancellationToken cancellation)
    {
        var work = new AskedWork(name, cancellation);
        await reads.SubmitAsync(ReadingOf(call), work, cancellation);
        await work.Done;
        return work.Answer ?? throw new InvalidOperationException("The question ended without an answer.");
    }

    /// <summary>Keeps a recommendation with its audit line; it may be shown once this has ended.</summary>
    public async Task KeepAsync(IncidentName name, UnitRecommendation recommendation, AuditLine line, Call call, CancellationToken cancellation)
    {
        var work = new KeepWork(name, recommendation, line, cancellation);
        await writes.SubmitAsync(ReadingOf(call), work, cancellation);
        await work.Done;
    }

    public async ValueTask DisposeAsync()
    {
        await reads.DisposeAsync();
        await writes.DisposeAsync();
    }

    private static TenantScope ReadingOf(Call call) => TenantScope.Of(call) with { Writes = null };

    private async Task ReadAsync(TenantScope reading, IReadOnlyList<AskedWork> works, CancellationToken cancellation)
    {
        var names = works.Select(work => work.Name).Distinct().ToList();
        await using var batch = databases.Service.CreateBatch();
        batch.BatchCommands.Add(reading.Command());
        batch.BatchCommands.Add(new(Incidents) { Parameters = { new() { Value = names.Select(name => name.Municipality).ToArray() }, new() { Value = names.Select(name => name.Id).ToArray() } } });
        batch.BatchCommands.Add(new(Neighbours) { Parameters = { new() { Value = names.Select(name => name.Municipality).Distinct().ToArray() } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation); // the first result is the scope's
        Dictionary<IncidentName, Incident> incidents = [];
        while (await reader.ReadAsync(cancellation))
        {
            var incident = IncidentJson.Read(reader.GetString(0)) with { MunicipalityName = reader.GetString(1) };
            incidents[incident.Name] = incident;
        }
        await reader.NextResultAsync(cancellation);
        var regions = await RegionsAsync(reader, cancellation);
        foreach (var work in works)
        {
            work.Begin();
            // Who may see the incident may see the units of its municipality.
            if (incidents.TryGetValue(work.Name, out var incident)) work.Answer = new(incident, regions.Find(region => region.Contains(work.Name.Tenant)) ?? [work.Name.Tenant]);
            else work.Refuse(new NotFound(work.Name.Value));
        }
    }

    private static async Task<List<HashSet<TenantId>>> RegionsAsync(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        Dictionary<string, HashSet<TenantId>> regions = [];
        while (await reader.ReadAsync(cancellation))
        {
            var team = reader.GetString(0);
            if (!regions.TryGetValue(team, out var region)) regions[team] = region = [];
            if (!reader.IsDBNull(1)) region.Add(new TenantId(reader.GetString(1)));
            if (reader.GetBoolean(2)) region.Add(new TenantId(team));
        }
        return [.. regions.Values];
    }

    // The chains of several municipalities are locked in the order of their codes, as everybody does.
    private async Task WriteAsync(TenantScope reading, IReadOnlyList<KeepWork> works, CancellationToken cancellation)
    {
        await using var batch = databases.Service.CreateBatch();
        foreach (var kept in works.GroupBy(work => work.Incident.Tenant).OrderBy(group => group.Key.Value, StringComparer.Ordinal))
        {
            var trail = new Trail(kept.Key);
            foreach (var work in kept) trail.Audit(work.Line);
            batch.BatchCommands.Add((reading with { Writes = kept.Key }).Command());
            batch.BatchCommands.Add(Keep(kept.Key, [.. kept]));
            trail.AppendTo(batch);
        }
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlBatchCommand Keep(TenantId tenant, IReadOnlyList<KeepWork> works) => new("""
        insert into recommendation (tenant, incident, computed_at, id, body)
        select $1, i, c, r, b from unnest($2, $3, $4, $5) as row (i, c, r, b)
        """)
    {
        Parameters =
        {
            new() { Value = tenant.Value },
            new() { Value = works.Select(work => work.Incident.Id).ToArray() },
            new() { Value = works.Select(work => work.Recommendation.ComputedAt).ToArray() },
            new() { Value = works.Select(work => work.Recommendation.Id).ToArray() },
            new() { Value = works.Select(work => JsonSerializer.Serialize(work.Recommendation, MessageJson.Options)).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
        },
    };
}

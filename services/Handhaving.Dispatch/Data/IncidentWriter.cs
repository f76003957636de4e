using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data.Loading;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Data;

/// <summary>Writes acts on incidents: those of one municipality share a commit, in two round trips (load under lock; write all and commit). Plain Npgsql: the hot path.</summary>
public sealed class IncidentWriter : IAsyncDisposable
{
    private readonly Databases databases;
    private readonly TimeProvider clock;
    private readonly CommitSignal signal;
    private readonly TenantSettings settings;
    private readonly GroupCommit<IncidentShard, IncidentWork> commits;
    private readonly LostSlot lost;

    public IncidentWriter(Databases databases, TimeProvider clock, CommitSignal signal, TenantSettings settings)
    {
        (this.databases, this.clock, this.signal, this.settings) = (databases, clock, signal, settings);
        commits = new(CommitAsync);
        lost = new(databases);
    }

    /// <summary>Decides and commits an act of a caller; answers what was decided, or what this request was answered before.</summary>
    public Task<IncidentAnswer> WriteAsync(Call call, IncidentName name, RequestKey request, Units.UnitName? unit, Opening opening, Func<Desk, IncidentAnswer> decide, CancellationToken cancellation)
    {
        var work = new IncidentWork(name, request, unit, opening, decide, answer => LineOf(call, answer), cancellation);
        return WriteAsync(ShardOf(call, name), work, cancellation);
    }

    /// <summary>The same for the owner of a lent unit, who may take it back and sees nothing of the incident; the caller has made sure that the loan is its own.</summary>
    /// <param name="reach">What the decision may read of restricted incidents: the one that the loan is for, if it is one.</param>
    public Task<IncidentAnswer> WriteForLenderAsync(Call call, AssignmentName name, RestrictedReach reach, RequestKey request, Func<Desk, IncidentAnswer> decide, CancellationToken cancellation)
    {
        var work = new IncidentWork(name.Incident, request, null, Opening.Existing, decide, answer => LineOf(call, answer), cancellation);
        return WriteAsync(new IncidentShard(TenantScope.Of(name.Incident.Tenant) with { Restricted = reach }), work, cancellation);
    }

    /// <summary>The same for an act that takes a unit away from another incident, in one commit.</summary>
    public Task<IncidentAnswer> WriteAsync(Call call, IncidentName name, IncidentName givesUp, RequestKey request, Units.UnitName unit, Func<Desk, IncidentAnswer> decide, CancellationToken cancellation)
    {
        var work = new IncidentWork(name, request, unit, Opening.Existing, decide, answer => AuditLine.Of(call, answer.Assigned.Name.Value, answer.Incident.UpdatedAt, answer.Incident.Version), cancellation) { GivesUp = givesUp };
        return WriteAsync(ShardOf(call, name), work, cancellation);
    }

    /// <summary>Commits a canary on the way of every report; its line is left out, its place in the chain is not.</summary>
    public Task<IncidentAnswer> WriteCanaryAsync(Call call, Incident canary, RequestKey request, CancellationToken cancellation)
    {
        var work = new IncidentWork(canary.Name, request, null, Opening.Canary, _ => new(canary), _ => null, cancellation);
        return WriteAsync(ShardOf(call, canary.Name), work, cancellation);
    }

    /// <summary>Decides and commits an act of the platform itself.</summary>
    public Task<IncidentAnswer> WriteAsync(string operation, IncidentName name, Func<Desk, IncidentAnswer> decide, CancellationToken cancellation)
    {
        var work = new IncidentWork(name, null, null, Opening.Existing, decide, answer => AuditLine.OfSystem(operation, answer.Assignment is null ? "incident" : "assignment", answer.Assignment?.Value ?? name.Value, clock.GetUtcNow()), cancellation);
        return WriteAsync(new IncidentShard(TenantScope.Of(name.Tenant) with { Restricted = RestrictedReach.All }), work, cancellation);
    }

    /// <summary>What this request was answered before, for who may no longer act; of a restricted incident only to who may read it now.</summary>
    public async Task<IncidentAnswer?> FindAnswerAsync(Call call, IncidentName name, RequestKey request, CancellationToken cancellation)
    {
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = transaction.Batch(connection);
        batch.BatchCommands.Add(ShardOf(call, name).Scope.Command());
        batch.BatchCommands.Add(StoredAnswers.Find(name.Tenant, [request]));
        if (await FindAsync(batch, request, cancellation) is not { } answered) return null;
        await using var note = transaction.Batch(connection);
        note.BatchCommands.Add(AuditTrail.Append(name.Tenant, [LineOf(call, answered).Again(clock.GetUtcNow())]));
        await note.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return answered;
    }

    private static async Task<IncidentAnswer?> FindAsync(NpgsqlBatch batch, RequestKey request, CancellationToken cancellation)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation); // the first result is the scope's
        return (await StoredAnswers.ReadAsync(reader, cancellation)).Values.Select(stored => StoredAnswers.Open<IncidentAnswer>(request, stored.Hash, stored.Answer)).FirstOrDefault();
    }

    public ValueTask DisposeAsync() => commits.DisposeAsync();

    private static IncidentShard ShardOf(Call call, IncidentName name) => new(TenantScope.Of(call) with { Writes = name.Tenant });

    private async Task<IncidentAnswer> WriteAsync(IncidentShard shard, IncidentWork work, CancellationToken cancellation)
    {
        await commits.SubmitAsync(shard, work, cancellation);
        try
        {
            await work.Done;
        }
        catch (PostgresException refused) when (LostSlot.IsMeant(refused))
        {
            throw await lost.ExplainAsync(refused, shard.Scope, work, cancellation);
        }
        return work.Answer ?? throw new InvalidOperationException("The work ended without an answer.");
    }

    private async Task CommitAsync(IncidentShard shard, IReadOnlyList<IncidentWork> works, CancellationToken cancellation)
    {
        var tenant = shard.Tenant;
        var interruptible = await InterruptibleAsync(works.SelectMany(work => work.Existing).Select(name => name.Tenant).Append(tenant), cancellation);
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var loaded = await IncidentLoad.ReadAsync(connection, shard.Scope, works, clock.GetUtcNow(), cancellation);
        var trails = new TrailSet(tenant);
        var left = new ActTrail(loaded, interruptible, trails);
        var decided = works.Where(work => Decide(work, loaded, left, clock.GetUtcNow())).ToList();
        if (decided.Count == 0 && trails.Own.IsEmpty) return;
        await using var batch = transaction.Batch(connection);
        if (loaded.UnusedNumbers(tenant) is { } unused) batch.BatchCommands.Add(unused);
        // Another municipality's first: a slot that is freed there can be taken here.
        foreach (var changed in loaded.Changed.Values.GroupBy(incident => incident.Name.Tenant).OrderBy(group => group.Key == tenant).ThenBy(group => group.Key.Value, StringComparer.Ordinal))
        {
            if (changed.Key != tenant) batch.BatchCommands.Add((shard.Scope with { Writes = changed.Key }).Command());
            IncidentSave.AppendTo(batch, changed.Key, [.. changed]);
            if (changed.Key != tenant) batch.BatchCommands.Add(shard.Scope.Command());
        }
        IncidentSave.AppendReporters(batch, tenant, decided);
        trails.AppendTo(batch, shard.Scope);
        batch.BatchCommands.Add(new("commit")); // in the same round trip: after a statement that fails, the server skips it
        await batch.ExecuteNonQueryAsync(cancellation);
        signal.Raise();
    }

    // Whether a job may be interrupted is decided by the municipality that it lies in.
    private async Task<IReadOnlyDictionary<TenantId, Interruptible>> InterruptibleAsync(IEnumerable<TenantId> tenants, CancellationToken cancellation)
    {
        Dictionary<TenantId, Interruptible> decided = [];
        foreach (var tenant in tenants.Distinct()) decided[tenant] = Interruptible.Of(await settings.OfAsync(tenant, cancellation));
        return decided;
    }

    // An assignment is meant by calls that name a unit or a loan too.
    private static AuditLine LineOf(Call call, IncidentAnswer answer)
    {
        var line = AuditLine.Of(call, answer.Assignment?.Value ?? answer.Incident.Name.Value, answer.Incident.UpdatedAt, answer.Incident.Version);
        if (answer.Assignment is null) return line;
        var setAside = answer.Assigned.State is AssignmentState.Offered ? answer.Assigned.Override : null;
        return line with { ObjectType = "assignment", ReasonText = setAside?.Reason ?? line.ReasonText, SetAside = setAside?.Rules };
    }

    private static bool Decide(IncidentWork work, IncidentLoad loaded, ActTrail left, DateTimeOffset now)
    {
        work.Begin();
        try
        {
            if (loaded.StoredAnswer(work) is { } stored)
            {
                left.LeaveAgain(work, stored, now);
                work.Answer = stored;
                return false;
            }
            var desk = loaded.DeskOf(work, now);
            var answer = work.Decide(desk);
            left.Leave(work, desk, answer);
            loaded.Keep(work, answer);
            work.Answer = answer with { Incident = answer.Incident with { Happenings = [] } };
            return true;
        }
        catch (Exception refused) when (refused is RuleBroken or NotFound)
        {
            work.Refuse(refused);
            return false;
        }
    }
}

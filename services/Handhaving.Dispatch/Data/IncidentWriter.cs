using System.Text.Json;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Data;

/// <summary>Writes acts on incidents: those of one municipality share a commit, in two round trips (load under lock; write all and commit). Plain Npgsql: the hot path.</summary>
public sealed class IncidentWriter : IAsyncDisposable
{
    private readonly Databases databases;
    private readonly TimeProvider clock;
    private readonly CommitSignal signal;
    private readonly GroupCommit<IncidentShard, IncidentWork> commits;

    public IncidentWriter(Databases databases, TimeProvider clock, CommitSignal signal)
    {
        (this.databases, this.clock, this.signal) = (databases, clock, signal);
        commits = new(CommitAsync);
    }

    /// <summary>Decides and commits an act of a caller; answers what was decided, or what this request was answered before.</summary>
    public Task<IncidentAnswer> WriteAsync(Call call, IncidentName name, RequestKey request, Units.UnitName? unit, Opening opening, Func<Desk, IncidentAnswer> decide, CancellationToken cancellation)
    {
        var work = new IncidentWork(name, request, unit, opening, decide, answer => AuditLine.Of(call, answer.Assignment?.Value ?? answer.Incident.Name.Value, answer.Incident.UpdatedAt, answer.Incident.Version), cancellation);
        return WriteAsync(new IncidentShard(name.Municipality, TenantScope.Of(call).Own), work, cancellation);
    }

    /// <summary>Commits a canary on the way of every report; its line is left out, its place in the chain is not.</summary>
    public Task<IncidentAnswer> WriteCanaryAsync(Call call, Incident canary, RequestKey request, CancellationToken cancellation)
    {
        var work = new IncidentWork(canary.Name, request, null, Opening.Canary, _ => new(canary), _ => null, cancellation);
        return WriteAsync(new IncidentShard(canary.Name.Municipality, TenantScope.Of(call).Own), work, cancellation);
    }

    /// <summary>Decides and commits an act of the platform itself.</summary>
    public Task<IncidentAnswer> WriteAsync(string operation, IncidentName name, Func<Desk, IncidentAnswer> decide, CancellationToken cancellation)
    {
        var work = new IncidentWork(name, null, null, Opening.Existing, decide, answer => AuditLine.OfSystem(operation, "assignment", answer.Assignment?.Value ?? name.Value, clock.GetUtcNow()), cancellation);
        return WriteAsync(new IncidentShard(name.Municipality, name.Municipality), work, cancellation);
    }

    public ValueTask DisposeAsync() => commits.DisposeAsync();

    private async Task<IncidentAnswer> WriteAsync(IncidentShard shard, IncidentWork work, CancellationToken cancellation)
    {
        await commits.SubmitAsync(shard, work, cancellation);
        try
        {
            await work.Done;
        }
        catch (PostgresException taken) when (taken.ConstraintName is "one_active_assignment_per_unit")
        {
            throw AssignmentRules.UnitFree.Broken(("unit", work.Unit?.Value ?? ""), ("winner", "een andere gemeente"), ("winnerIncident", "een melding elders"));
        }
        catch (PostgresException gone) when (gone.ConstraintName is "unit_is_on_duty")
        {
            throw AssignmentRules.OnDuty.Broken(("unit", work.Unit?.Value ?? ""));
        }
        return work.Answer ?? throw new InvalidOperationException("The work ended without an answer.");
    }

    private async Task CommitAsync(IncidentShard shard, IReadOnlyList<IncidentWork> works, CancellationToken cancellation)
    {
        var tenant = new TenantId(shard.Municipality);
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var loaded = await IncidentLoad.ReadAsync(connection, new TenantScope(tenant, shard.Own), works, clock.GetUtcNow(), cancellation);
        var trail = new Trail(tenant);
        var decided = works.Where(work => Decide(work, loaded, trail)).ToList();
        if (decided.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection, transaction);
        IncidentSave.AppendTo(batch, tenant, [.. loaded.Changed.Values]);
        trail.AppendTo(batch);
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        signal.Raise();
    }

    private static bool Decide(IncidentWork work, IncidentLoad loaded, Trail trail)
    {
        work.Begin();
        try
        {
            if (loaded.StoredAnswer(work) is { } stored)
            {
                work.Answer = stored;
                return false;
            }
            var answer = work.Decide(loaded.DeskOf(work));
            Leave(work, answer, trail);
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

    private static void Leave(IncidentWork work, IncidentAnswer answer, Trail trail)
    {
        foreach (var happening in answer.Incident.Happenings)
            trail.Publish(Guid.CreateVersion7(happening.Act.At), answer.Incident.Name.Value, happening.Sequence, happening.Fact);
        if (!answer.Incident.IsCanary) trail.Show(answer.Incident.Name.Value, (short)BoardKind.Incident, BoardWire.Encode(answer.Incident));
        foreach (var assignment in Touched(answer.Incident)) trail.Show(assignment.Unit.Value, (short)BoardKind.UnitStatus, BoardWire.Encode(assignment));
        if (work.Audit(answer) is { } line) trail.Audit(line);
        else trail.PassChain();
        if (work.Request is { } key) trail.Answer(key, JsonSerializer.Serialize(answer, MessageJson.Options));
    }

    private static IEnumerable<Assignment> Touched(Incident incident) =>
        incident.Happenings.Select(happening => happening.Unit).OfType<Units.UnitName>().Distinct().Select(unit => incident.Assignments.Last(assignment => assignment.Unit == unit));
}

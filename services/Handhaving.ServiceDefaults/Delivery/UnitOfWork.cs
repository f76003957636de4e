using System.Data;
using System.Text.Json;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>One use case on EF Core = one transaction: the tenant is set first, state and trail are written together, or nothing is.</summary>
public sealed class UnitOfWork<TDb> : IAsyncDisposable where TDb : DbContext
{
    private readonly IDbContextTransaction transaction;
    private readonly Dictionary<TenantId, Trail> trails = [];
    private readonly HashSet<TenantId> writable = [];

    internal UnitOfWork(TDb db, IDbContextTransaction transaction, TenantScope scope) => (Db, this.transaction, Scope) = (db, transaction, scope);

    public TenantScope Scope { get; }

    public TDb Db { get; }

    public NpgsqlConnection Connection => (NpgsqlConnection)Db.Database.GetDbConnection();

    /// <summary>What is left beside the state of one tenant.</summary>
    public Trail TrailOf(TenantId tenant) => trails.TryGetValue(tenant, out var trail) ? trail : trails[tenant] = new Trail(tenant);

    /// <summary>From this statement on the transaction reads and writes rows of another tenant alone, and at its end writes that tenant's trail: for a use case that proved that it may.
    /// <see cref="TenantScope.Command"/> of the scope ends it.</summary>
    public NpgsqlBatchCommand Writing(TenantId tenant)
    {
        writable.Add(tenant);
        return TenantScope.Of(tenant).Command();
    }

    /// <summary>Lets the trail of another tenant be written at the end: for a use case that proved that it may.</summary>
    public Trail AlsoTrailOf(TenantId tenant)
    {
        writable.Add(tenant);
        return TrailOf(tenant);
    }

    /// <summary>The answer this request got before. While the same is being answered elsewhere, this waits for it, so that a retry in haste is not told to come again; until the transaction ends nobody else answers it.</summary>
    /// <exception cref="Errors.RuleBroken">REQUEST_ID_REUSED when its content was another.</exception>
    public async Task<T?> FindAnswerAsync<T>(TenantId tenant, RequestKey key, CancellationToken cancellation) where T : class
    {
        await using var batch = Batch();
        batch.BatchCommands.Add(Patience());
        batch.BatchCommands.Add(FeedLock.Take([$"requests {tenant.Value} {key.Client} {key.Method} {key.Id}"]));
        batch.BatchCommands.Add(StoredAnswers.Find(tenant, [key]));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation); // the first result is the lock's
        var answers = await StoredAnswers.ReadAsync(reader, cancellation);
        return answers.Values.Select(stored => StoredAnswers.Open<T>(key, stored.Hash, stored.Answer)).FirstOrDefault();
    }

    /// <summary>The same for a call that is answered with it: that it is shown again leaves a line, and ends this transaction.</summary>
    /// <param name="subject">Resource name of what the call was about.</param>
    public async Task<T?> AnswerAgainAsync<T>(Call call, RequestKey key, string subject, DateTimeOffset now, CancellationToken cancellation) where T : class
    {
        if (await FindAnswerAsync<T>(call.Owner, key, cancellation) is not { } answered) return null;
        TrailOf(call.Owner).Audit(AuditLine.Of(call, subject, now).Again(now));
        await CommitAsync(cancellation);
        return answered;
    }

    /// <summary>Taken before anything is written, for what screens show: its changes are then told in the order of their commits.</summary>
    public async Task LockAsync(IEnumerable<string> subjects, CancellationToken cancellation)
    {
        await using var batch = Batch();
        batch.BatchCommands.Add(Patience());
        batch.BatchCommands.Add(FeedLock.Take(subjects));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    // Who waits for the acts of others waits within the time of a call, longer than a statement waits for a row.
    private static NpgsqlBatchCommand Patience() => new("set local lock_timeout = '4s'");

    /// <summary>Notes that objects were shown to the caller: one line per tenant, with the names shown. Where nothing was found, that it was asked.</summary>
    public void Consulted(Call call, IEnumerable<(TenantId Tenant, string Name)> shown, DateTimeOffset now) => Note(call, shown, null, now);

    /// <summary>The same for a search, which leaves its line on every tenant of which something was shown.</summary>
    /// <param name="query">What was searched for; kept as a digest alone.</param>
    public void Searched(Call call, IEnumerable<(TenantId Tenant, string Name)> shown, string query, DateTimeOffset now) => Note(call, shown, AuditLine.DigestOf(query), now);

    private void Note(Call call, IEnumerable<(TenantId Tenant, string Name)> shown, string? digest, DateTimeOffset now)
    {
        var groups = shown.GroupBy(item => item.Tenant, item => item.Name).ToDictionary(group => group.Key, group => group.ToList());
        if (groups.Count == 0 && call.AskedTenant is { } asked) groups[asked] = [];
        foreach (var (tenant, names) in groups)
            TrailOf(tenant).Audit(AuditLine.Of(call, tenant, names, now) with { QueryDigest = digest });
    }

    public async Task CommitAsync(CancellationToken cancellation)
    {
        await Db.SaveChangesAsync(cancellation);
        await using var batch = Batch();
        // In one order of tenants: chains are locked in it, so that no two transactions wait for each other.
        foreach (var tenant in trails.Keys.OrderBy(tenant => tenant.Value, StringComparer.Ordinal))
        {
            if (writable.Count > 0) batch.BatchCommands.Add((writable.Contains(tenant) ? Scope with { Writes = tenant } : Scope).Command());
            trails[tenant].AppendTo(batch);
        }
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Stores the answer of a request and commits.</summary>
    public Task CommitAsync<T>(TenantId tenant, RequestKey key, T answer, CancellationToken cancellation)
    {
        TrailOf(tenant).Answer(key, JsonSerializer.Serialize(answer, MessageJson.Options));
        return CommitAsync(cancellation);
    }

    public ValueTask DisposeAsync() => transaction.DisposeAsync();

    /// <summary>A batch of plain commands in this transaction.</summary>
    public NpgsqlBatch Batch() => ((NpgsqlTransaction)transaction.GetDbTransaction()).Batch(Connection);
}

/// <summary>Opens the transaction of a use case.</summary>
public static class UnitOfWork
{
    public static Task<UnitOfWork<TDb>> BeginAsync<TDb>(this TDb db, TenantScope scope, CancellationToken cancellation) where TDb : DbContext =>
        db.BeginAsync(scope, IsolationLevel.ReadCommitted, cancellation);

    public static async Task<UnitOfWork<TDb>> BeginAsync<TDb>(this TDb db, TenantScope scope, IsolationLevel isolation, CancellationToken cancellation) where TDb : DbContext
    {
        var work = new UnitOfWork<TDb>(db, await db.Database.BeginTransactionAsync(isolation, cancellation), scope);
        await using var batch = work.Batch();
        batch.BatchCommands.Add(scope.Command());
        await batch.ExecuteNonQueryAsync(cancellation);
        return work;
    }
}

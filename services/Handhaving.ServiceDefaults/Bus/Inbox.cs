using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Telemetry;
using Handhaving.ServiceDefaults.Tenancy;
using MassTransit;
using Npgsql;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>Gives a message its effect once: the row (consumer, message id) is inserted first, in the transaction of the effect; a duplicate does nothing. Messages of one tenant that are at hand together share a commit.</summary>
public sealed class Inbox : IAsyncDisposable
{
    private const string Enter = """
        insert into inbox (consumer, message_id, tenant) select c, m, $3 from unnest($1, $2) as row (c, m)
        on conflict do nothing returning consumer, message_id
        """;

    private readonly Databases databases;
    private readonly CommitSignal signal;
    private readonly GroupCommit<TenantId, TakenMessage> commits;

    public Inbox(Databases databases, CommitSignal signal)
    {
        (this.databases, this.signal) = (databases, signal);
        commits = new(CommitAsync);
    }

    /// <param name="effect">Adds the statements of the effect; what it leaves beside them goes into the trail. May be asked again when a shared commit failed.</param>
    /// <returns>False when the message was taken before.</returns>
    public async Task<bool> TakeAsync(ConsumeContext context, string consumer, Action<NpgsqlBatch, TenantId, Trail> effect)
    {
        var tenant = new TenantId(context.Headers.Get<string>(MessagePublisher.TenantHeader) ?? throw new MalformedMessage("no tenant header"));
        var id = context.MessageId ?? throw new MalformedMessage("no message id");
        var message = new TakenMessage(consumer, id, effect, context.CancellationToken);
        await commits.SubmitAsync(tenant, message, context.CancellationToken);
        await message.Done;
        (message.IsNew ? Meters.InboxTaken : Meters.InboxDuplicates).Add(1);
        return message.IsNew;
    }

    public ValueTask DisposeAsync() => commits.DisposeAsync();

    private async Task CommitAsync(TenantId tenant, IReadOnlyList<TakenMessage> messages, CancellationToken cancellation)
    {
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var entered = await EnterAsync(connection, transaction, tenant, messages, cancellation);
        var trail = new Trail(tenant);
        await using var batch = transaction.Batch(connection);
        foreach (var message in messages)
        {
            message.Begin();
            message.IsNew = entered.Remove((message.Consumer, message.Id)); // one that is at hand twice counts once
            if (message.IsNew) message.Effect(batch, tenant, trail);
        }
        trail.AppendTo(batch);
        batch.BatchCommands.Add(new("commit")); // in the same round trip: after a statement that fails, the server skips it
        await batch.ExecuteNonQueryAsync(cancellation);
        if (!trail.IsEmpty) signal.Raise();
    }

    private static async Task<HashSet<(string, Guid)>> EnterAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, TenantId tenant, IReadOnlyList<TakenMessage> messages, CancellationToken cancellation)
    {
        await using var batch = transaction.Batch(connection);
        batch.BatchCommands.Add(TenantScope.Of(tenant).Command());
        // Two processes take messages of one tenant in different orders: one after the other they never wait for each other's rows crosswise.
        batch.BatchCommands.Add(new("select pg_advisory_xact_lock(hashtextextended('inbox ' || $1, 0))") { Parameters = { new() { Value = tenant.Value } } });
        batch.BatchCommands.Add(new(Enter)
        {
            Parameters = { new() { Value = messages.Select(message => message.Consumer).ToArray() }, new() { Value = messages.Select(message => message.Id).ToArray() }, new() { Value = tenant.Value } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        HashSet<(string, Guid)> entered = [];
        while (await reader.ReadAsync(cancellation)) entered.Add((reader.GetString(0), reader.GetGuid(1)));
        return entered;
    }

    private sealed class TakenMessage(string consumer, Guid id, Action<NpgsqlBatch, TenantId, Trail> effect, CancellationToken cancellation) : GroupedWork(cancellation)
    {
        public string Consumer { get; } = consumer;

        public Guid Id { get; } = id;

        public Action<NpgsqlBatch, TenantId, Trail> Effect { get; } = effect;

        public bool IsNew { get; set; }
    }
}

/// <summary>A message that lacks what every message of the platform carries; parked at once.</summary>
public sealed class MalformedMessage(string what) : Exception(what);

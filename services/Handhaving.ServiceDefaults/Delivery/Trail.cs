using System.Diagnostics;
using System.Text.Json;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>What use cases leave beside their state, in the same transaction: facts to publish, changes for screens, stored answers, audit lines.</summary>
/// <remarks>One trail serves one use case, or the many that share a group commit; each kind of row is one statement over arrays.</remarks>
public sealed class Trail(TenantId tenant)
{
    private readonly List<Message> messages = [];
    private readonly List<Change> changes = [];
    private readonly List<(RequestKey Key, string Answer)> requests = [];
    private readonly List<AuditLine> lines = [];
    private bool passesChain;

    /// <param name="aggregate">Resource name of what the fact is about.</param>
    /// <param name="sequence">Place in the history of that aggregate: rises by one, the order in which it is delivered.</param>
    /// <param name="origin">Span of the call that brought the fact about; its consumers' spans stand in the same trace.</param>
    public void Publish(Guid messageId, string aggregate, long sequence, object fact, Activity? origin) =>
        messages.Add(new(messageId, aggregate, sequence, fact.GetType().FullName ?? fact.GetType().Name, JsonSerializer.Serialize(fact, fact.GetType(), MessageJson.Options), origin?.Id));

    public void Show(string subject, short kind, byte[] body) => changes.Add(new(subject, kind, body));

    public void Answer(RequestKey key, string answer) => requests.Add((key, answer));

    public void Audit(AuditLine line) => lines.Add(line);

    /// <summary>Takes the lock of the tenant's chain without a line of its own: who waits for it waits here too.</summary>
    public void PassChain() => passesChain = true;

    public bool IsEmpty => messages.Count == 0 && changes.Count == 0 && requests.Count == 0 && lines.Count == 0;

    public void AppendTo(NpgsqlBatch batch)
    {
        if (messages.Count > 0) batch.BatchCommands.Add(Outbox());
        if (changes.Count > 0) batch.BatchCommands.Add(Feed());
        if (requests.Count > 0) batch.BatchCommands.Add(Requests());
        if (lines.Count > 0 || passesChain) batch.BatchCommands.Add(AuditTrail.Append(tenant, lines));
    }

    private NpgsqlBatchCommand Outbox() => new("""
        insert into outbox (message_id, tenant, aggregate, aggregate_sequence, type, body, traceparent)
        select m, $2, a, s, t, b, p from unnest($1, $3, $4, $5, $6, $7) with ordinality as row (m, a, s, t, b, p, n) order by n
        """)
    {
        Parameters =
        {
            new() { Value = messages.Select(message => message.Id).ToArray() },
            new() { Value = tenant.Value },
            new() { Value = messages.Select(message => message.Aggregate).ToArray() },
            new() { Value = messages.Select(message => message.Sequence).ToArray() },
            new() { Value = messages.Select(message => message.Type).ToArray() },
            new() { Value = messages.Select(message => message.Body).ToArray() },
            new() { Value = messages.Select(message => message.Traceparent).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
        },
    };

    private NpgsqlBatchCommand Feed() => new("""
        insert into feed (tenant, subject, kind, body)
        select $1, s, k, b from unnest($2, $3, $4) with ordinality as row (s, k, b, n) order by n
        """)
    {
        Parameters =
        {
            new() { Value = tenant.Value },
            new() { Value = changes.Select(change => change.Subject).ToArray() },
            new() { Value = changes.Select(change => change.Kind).ToArray() },
            new() { Value = changes.Select(change => change.Body).ToArray() },
        },
    };

    private NpgsqlBatchCommand Requests() => new("""
        insert into request (tenant, client, method, request_id, content_hash, answer)
        select $1, c, m, i, h, a from unnest($2, $3, $4, $5, $6) as row (c, m, i, h, a)
        """)
    {
        Parameters =
        {
            new() { Value = tenant.Value },
            new() { Value = requests.Select(request => request.Key.Client).ToArray() },
            new() { Value = requests.Select(request => request.Key.Method).ToArray() },
            new() { Value = requests.Select(request => request.Key.Id).ToArray() },
            new() { Value = requests.Select(request => request.Key.ContentHash.ToArray()).ToArray() },
            new() { Value = requests.Select(request => request.Answer).ToArray() },
        },
    };

    private sealed record Message(Guid Id, string Aggregate, long Sequence, string Type, string Body, string? Traceparent);

    private sealed record Change(string Subject, short Kind, byte[] Body);
}

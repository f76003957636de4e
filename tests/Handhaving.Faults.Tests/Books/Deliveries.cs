using Handhaving.Faults.Tests.Platform;

namespace Handhaving.Faults.Tests.Books;

/// <summary>Whether every fact left the outbox, in the order of its aggregate, and had its effect once.</summary>
internal sealed class Deliveries(OwnerView database, FactTap tap)
{

    // Canaries go on all the while; only what stood in the outbox when the question was asked counts.
    private const string Waiting = "select count(*) from outbox where id <= $1 and sent_at is null";
    private const string NotTaken = "select count(*) from outbox o where id <= $1 and not exists (select from inbox i where i.message_id = o.message_id)";

    private const string Miscounted = """
        select coalesce(f.tenant, o.tenant) || ' ' || coalesce(f.kind, o.kind) || ': ' || coalesce(o.facts, 0) || ' facts, counted ' || coalesce(f.counted, 0)
        from (select tenant, kind, sum(count) as counted from fact_hour group by 1, 2) f
        full join (select tenant, split_part(type, '.', 4) as kind, count(*) as facts from outbox where type not like '%.CanarySent' group by 1, 2) o on o.tenant = f.tenant and o.kind = f.kind
        where f.counted is distinct from o.facts
        """;

    /// <summary>When all facts up to now have left and were taken; how long that took.</summary>
    public static async Task<TimeSpan> DrainedAsync(OwnerView database)
    {
        var began = DateTimeOffset.UtcNow;
        var last = await database.CountAsync("select coalesce(max(id), 0) from outbox");
        await Eventually.HoldsAsync(Length.LongestDrain, async () => await database.CountAsync(Waiting, last) is var waiting and > 0 ? $"{waiting} facts wait in the outbox" : "");
        await Eventually.HoldsAsync(Length.LongestDrain, async () => await database.CountAsync(NotTaken, last) is var waiting and > 0 ? $"{waiting} facts were not taken" : "");
        return DateTimeOffset.UtcNow - began;
    }

    public async Task<IReadOnlyList<string>> WrongAsync(long firstFact)
    {
        await DrainedAsync(database);
        var miscounted = await database.RowsAsync(Miscounted, row => row.GetString(0));
        var parked = await database.RowsAsync("select type || ' ' || reason from parked_message", row => row.GetString(0));
        return [.. miscounted.Select(found => $"counted wrong: {found}"), .. parked.Select(found => $"parked: {found}"), .. await DisorderAsync(firstFact)];
    }

    /// <summary>A message may come twice; where it comes first, its aggregate's order counts.</summary>
    private async Task<IEnumerable<string>> DisorderAsync(long firstFact)
    {
        var facts = (await database.RowsAsync("select message_id, aggregate, aggregate_sequence from outbox where id >= $1 and type not like '%.CanarySent'",
            row => (Id: row.GetGuid(0), Aggregate: row.GetString(1), Sequence: row.GetInt64(2)), firstFact)).ToDictionary(fact => fact.Id);
        var arrived = await tap.ReadAsync(facts.Keys.ToHashSet());
        var first = arrived.Distinct().Where(facts.ContainsKey).Select(id => facts[id]);
        return first.GroupBy(fact => fact.Aggregate)
            .Where(aggregate => !aggregate.Select(fact => fact.Sequence).SequenceEqual(aggregate.Select(fact => fact.Sequence).Order()))
            .Select(aggregate => $"out of order: {aggregate.Key} {string.Join(' ', aggregate.Select(fact => fact.Sequence))}");
    }
}

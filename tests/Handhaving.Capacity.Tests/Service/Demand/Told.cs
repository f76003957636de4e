using System.Text.Json;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Tests.Service.Demand;

/// <summary>Facts of dispatch that never happened, put on the bus as its relay does: each by itself, so that they come in any order.</summary>
internal static class Told
{
    public static string NewIncident(string municipality) => $"municipalities/{municipality}/incidents/{Guid.NewGuid()}";

    public static string NewAssignment(string incident) => $"{incident}/assignments/{Guid.NewGuid()}";

    public static async Task TellAsync(this CapacityRegion region, params IDispatchFact[] facts)
    {
        foreach (var fact in facts) await region.TellAsync(fact, Guid.NewGuid());
    }

    public static Task TellAsync(this CapacityRegion region, IDispatchFact fact, Guid message) => region.OwnerAsync(
        "insert into outbox (message_id, tenant, aggregate, aggregate_sequence, type, body) values ($1, $2, $3, 1, $4, $5)",
        message, fact.Owner, $"{Guid.NewGuid()}", fact.GetType().FullName ?? "", JsonSerializer.Serialize(fact, fact.GetType(), MessageJson.Options));

    /// <summary>Waits until a statement counts as many rows.</summary>
    public static async Task UntilAsync(this CapacityRegion region, long rows, string sql, params object[] values)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((long)(await region.OwnerAsync(sql, values) ?? 0L) < rows) await look.WaitForNextTickAsync(limit.Token);
    }

    /// <summary>Sums of hours as if calls had come in: so many in each hour of these days.</summary>
    public static Task PastAsync(this CapacityRegion region, string municipality, string area, int days, string callsOfHour) => region.OwnerAsync($"""
        insert into demand_hour (tenant, starts_at, area, family, priority, arrivals, served, police_seconds, boa_seconds, travels, travel_seconds)
        select $1, hour, $2, 'parking', 3, n, n, 600.0 * n, 1200.0 * n, n, 300.0 * n
        from generate_series(date_trunc('hour', now() - make_interval(days => $3)), now(), interval '1 hour') hour, lateral (select ({callsOfHour})::int as n) calls where n > 0
        """, municipality, area, days);
}

using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Statistics;

/// <summary>Counts a fact in its hour.</summary>
public static class CountFact
{
    public static NpgsqlBatchCommand Statement(TenantId tenant, string kind, DateTimeOffset occurredAt) => new("""
        insert into fact_hour (tenant, hour, kind, count) values ($1, date_trunc('hour', $2, 'UTC'), $3, 1)
        on conflict (tenant, hour, kind) do update set count = fact_hour.count + 1
        """)
    {
        Parameters = { new() { Value = tenant.Value }, new() { Value = occurredAt.ToUniversalTime() }, new() { Value = kind } },
    };
}

using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Data.Loading;

/// <summary>The numbers that a batch took for its new incidents: one after another in a year, and those that nobody used are given back.</summary>
internal sealed class TakenNumbers(int year)
{
    private long next, last;

    public NpgsqlBatchCommand Ask(TenantId tenant, int count) => LoadCommands.Numbers(tenant, year, count);

    public async Task TakeAsync(NpgsqlDataReader reader, int count, CancellationToken cancellation)
    {
        await reader.ReadAsync(cancellation);
        last = reader.GetInt64(0);
        next = last - count + 1;
    }

    public string Next() => $"{year}-{next++:000000}";

    /// <summary>Gives back the numbers that no new incident took: whoever asked was answered before, or refused. Null when none is left.</summary>
    public NpgsqlBatchCommand? Unused(TenantId tenant) => last == 0 || next > last ? null : new("update incident_number set last = $3 where tenant = $1 and year = $2")
    {
        Parameters = { new() { Value = tenant.Value }, new() { Value = year }, new() { Value = next - 1 } },
    };
}

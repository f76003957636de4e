using Npgsql;

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>An incident whose row somebody else holds: a change of it waits until disposed.</summary>
internal sealed class HeldIncident : IAsyncDisposable
{
    private readonly DispatchRegion region;
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private HeldIncident(DispatchRegion region, NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.region, this.connection, this.transaction) = (region, connection, transaction);

    public static async Task<HeldIncident> HoldAsync(DispatchRegion region, V1.Incident incident)
    {
        var connection = new NpgsqlConnection(region.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("select from incident where id = $1 for update", connection, transaction) { Parameters = { new() { Value = Guid.Parse(incident.Name.Split('/')[^1]) } } };
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new(region, connection, transaction);
    }

    /// <summary>Until a change waits for it.</summary>
    public Task WaitedForAsync() => Work.EventuallyAsync(async () =>
        await region.OwnerAsync("select exists (select from pg_stat_activity where datname = current_database() and $1 = any(pg_blocking_pids(pid)))", connection.ProcessID) is true);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}

using Npgsql;

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>An incident or a unit whose lock somebody holds that every act on it takes before it writes: whoever changes it waits until disposed.</summary>
internal sealed class HeldSubject : IAsyncDisposable
{
    private readonly DispatchRegion region;
    private readonly NpgsqlConnection connection;

    private HeldSubject(DispatchRegion region, NpgsqlConnection connection) => (this.region, this.connection) = (region, connection);

    /// <param name="subject">Its resource name.</param>
    public static async Task<HeldSubject> HoldAsync(DispatchRegion region, string subject)
    {
        var connection = new NpgsqlConnection(region.OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("select pg_advisory_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = subject } } };
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new(region, connection);
    }

    /// <summary>Until an act waits for it, or has ended without.</summary>
    public Task WaitedForAsync(Task act) => Work.EventuallyAsync(async () =>
        act.IsCompleted || await region.OwnerAsync("select exists (select from pg_stat_activity where datname = current_database() and $1 = any(pg_blocking_pids(pid)))", connection.ProcessID) is true);

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}

using System.Collections.Concurrent;
using System.Globalization;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.ServiceDefaults.Settings;

/// <summary>What holds for an owner now: its own decision, else its team's, else the product's. At most a second old: acts ask far more often than people decide.</summary>
public sealed class TenantSettings(Databases databases, SettingDefinitions definitions, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<TenantId, (DateTimeOffset At, DecidedSettings Settings)> known = new();

    public async ValueTask<DecidedSettings> OfAsync(TenantId owner, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (!known.TryGetValue(owner, out var held) || now - held.At >= Fresh) known[owner] = held = (now, await ReadAsync(owner, now, cancellation));
        return held.Settings;
    }

    /// <returns>The value as JSON.</returns>
    public async ValueTask<string> ValueOfAsync(TenantId owner, string key, CancellationToken cancellation) => (await OfAsync(owner, cancellation))[key];

    public async ValueTask<int> NumberOfAsync(TenantId owner, string key, CancellationToken cancellation) =>
        int.Parse(await ValueOfAsync(owner, key, cancellation), CultureInfo.InvariantCulture);

    /// <summary>Something was decided here just now: it holds at once.</summary>
    public void Forget() => known.Clear();

    // The team's decisions count whether or not it shares anything else.
    private async Task<DecidedSettings> ReadAsync(TenantId owner, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var scope = new NpgsqlCommand("select set_config('app.mun_read', concat_ws(',', $1, (select team from municipality where code = $1)), true)", connection, transaction)
        {
            Parameters = { new() { Value = owner.Value } },
        };
        await scope.ExecuteNonQueryAsync(cancellation);
        return new(await SettingStore.ReadAsync(connection, owner, now, cancellation), definitions);
    }
}

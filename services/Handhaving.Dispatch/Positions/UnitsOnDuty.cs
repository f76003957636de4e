using System.Collections.Concurrent;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Positions;

/// <summary>Which units of an owner are on duty, read again every second at most: positions come far more often than duties change.</summary>
public sealed class UnitsOnDuty(Databases databases, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<TenantId, (DateTimeOffset At, IReadOnlySet<UnitName> Units)> known = new();

    public async Task<IReadOnlySet<UnitName>> OfAsync(TenantId owner, CancellationToken cancellation)
    {
        if (known.TryGetValue(owner, out var cached) && clock.GetUtcNow() - cached.At < Fresh) return cached.Units;
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { TenantScope.Of(owner).Command(), new("select unit from duty where tenant = $1") { Parameters = { new() { Value = owner.Value } } } },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        HashSet<UnitName> units = [];
        while (await reader.ReadAsync(cancellation)) units.Add(new UnitName(reader.GetString(0)));
        known[owner] = (clock.GetUtcNow(), units);
        return units;
    }
}

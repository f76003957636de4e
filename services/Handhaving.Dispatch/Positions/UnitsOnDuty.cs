using System.Collections.Concurrent;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Positions;

/// <summary>Who works in a unit, and since when.</summary>
public sealed record CrewOnDuty(DateTimeOffset SignedOnAt, IReadOnlySet<string> Officers);

/// <summary>Which units of an owner are on duty and with whom, read again every second at most: positions come far more often than duties change.</summary>
public sealed class UnitsOnDuty(Databases databases, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<TenantId, (DateTimeOffset At, IReadOnlyDictionary<UnitName, CrewOnDuty> Crews)> known = new();

    /// <returns>The crew of each unit, at most a second old.</returns>
    public async Task<IReadOnlyDictionary<UnitName, CrewOnDuty>> OfAsync(TenantId owner, CancellationToken cancellation) =>
        known.TryGetValue(owner, out var held) && clock.GetUtcNow() - held.At < Fresh ? held.Crews : await ReadAsync(owner, cancellation);

    /// <returns>The crew of each unit as they are now.</returns>
    public async Task<IReadOnlyDictionary<UnitName, CrewOnDuty>> ReadAsync(TenantId owner, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow();
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                TenantScope.Of(owner).Command(),
                new("select d.unit, d.signed_on_at, array(select m.officer from duty_member m where m.unit = d.unit) from duty d where d.tenant = $1") { Parameters = { new() { Value = owner.Value } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        Dictionary<UnitName, CrewOnDuty> crews = [];
        while (await reader.ReadAsync(cancellation)) crews[new UnitName(reader.GetString(0))] = new(reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<string[]>(2).ToHashSet());
        known[owner] = (at, crews);
        return crews;
    }

    /// <summary>Something changed: who asks next reads again.</summary>
    public void Forget(TenantId owner) => known.TryRemove(owner, out _);
}

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
    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, (DateTimeOffset At, IReadOnlyDictionary<UnitName, CrewOnDuty> Crews)> known = [];
    private long generation; // rises with each change

    /// <returns>The crew of each unit, at most a second old.</returns>
    public async Task<IReadOnlyDictionary<UnitName, CrewOnDuty>> OfAsync(TenantId owner, CancellationToken cancellation) => Held(owner) ?? await ReadAsync(owner, cancellation);

    /// <returns>The crew of each unit as they are now.</returns>
    public async Task<IReadOnlyDictionary<UnitName, CrewOnDuty>> ReadAsync(TenantId owner, CancellationToken cancellation)
    {
        var (at, seen) = (clock.GetUtcNow(), Interlocked.Read(ref generation));
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
        Keep(owner, at, seen, crews);
        return crews;
    }

    /// <returns>Those that are not on duty now.</returns>
    public async Task<IReadOnlyList<UnitName>> OffDutyAsync(IEnumerable<UnitName> units, CancellationToken cancellation)
    {
        List<UnitName> off = [];
        foreach (var owned in units.Distinct().GroupBy(unit => unit.Owner))
        {
            var held = await OfAsync(owned.Key, cancellation);
            if (owned.All(held.ContainsKey)) continue;
            var crews = await ReadAsync(owned.Key, cancellation); // a unit may have come on duty within the second that is held
            off.AddRange(owned.Where(unit => !crews.ContainsKey(unit)));
        }
        return off;
    }

    /// <summary>Something changed: who asks next reads again, and what is being read now is not kept.</summary>
    public void Forget(TenantId owner)
    {
        lock (gate)
        {
            generation++;
            known.Remove(owner);
        }
    }

    private IReadOnlyDictionary<UnitName, CrewOnDuty>? Held(TenantId owner)
    {
        lock (gate) return known.TryGetValue(owner, out var held) && clock.GetUtcNow() - held.At < Fresh ? held.Crews : null;
    }

    private void Keep(TenantId owner, DateTimeOffset at, long seen, IReadOnlyDictionary<UnitName, CrewOnDuty> crews)
    {
        lock (gate)
            if (seen == generation) known[owner] = (at, crews);
    }
}

using Handhaving.Dispatch.Data.Loading;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using UnitQuery = Handhaving.Dispatch.Data.Loading.UnitQuery;

namespace Handhaving.Dispatch.Units;

/// <summary>The units whose slot incidents hold, with their crew's powers: read under the incidents' lock, for acts that ask whether those still fit.</summary>
internal sealed class HeldUnits
{
    private const string Held = "select active_unit from assignment where tenant = $1 and incident = any($2) and active_unit is not null";

    private readonly Dictionary<UnitName, UnitOnDuty> units = [];

    public UnitOnDuty? Find(UnitName name) => units.GetValueOrDefault(name);

    /// <summary>In the scope of the incidents' municipality: what it may read, and past the wall what is lent to it.</summary>
    public IEnumerable<(NpgsqlBatchCommand Command, Func<NpgsqlDataReader, CancellationToken, Task> Take)> Questions(TenantId tenant, IEnumerable<IncidentName> incidents, DateTimeOffset now)
    {
        var ids = incidents.Where(name => name.Tenant == tenant).Select(name => name.Id).Distinct().ToArray();
        if (ids.Length == 0) yield break;
        yield return (UnitQuery.OnDutyOf(Held, tenant.Value, ids), async (reader, cancellation) =>
        {
            foreach (var unit in await UnitQuery.ReadAsync(reader, cancellation)) units[unit.Name] = unit;
        });
        yield return (ForeignUnitQuery.Of(Held, tenant.Value, ids), async (reader, cancellation) =>
        {
            foreach (var lent in await ForeignUnitQuery.ReadAsync(reader, now, cancellation)) units.TryAdd(lent.Unit.Name, lent.Unit);
        });
    }
}

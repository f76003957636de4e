using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Positions.Collected;

/// <summary>What was taken of one caller and is not in the audit yet, per owner of the units; two may work on it at once.</summary>
public sealed class PositionTally
{
    private readonly Lock gate = new();
    private readonly Dictionary<TenantId, Sum> sums = [];
    private readonly List<(TenantId Owner, AuditLine Line)> unwritten = [];

    public void Add(TenantId owner, IEnumerable<(UnitName Unit, Fix Fix)> taken)
    {
        lock (gate)
            foreach (var (unit, fix) in taken) SumOf(owner).Add(unit, fix.At);
    }

    /// <summary>Makes a line per owner of what was added: who, how many units and positions, from when to when. A line that could not be written is there the next time too.</summary>
    public IReadOnlyList<(TenantId Owner, AuditLine Line)> Close(Call call, DateTimeOffset now)
    {
        lock (gate)
        {
            unwritten.AddRange(sums.Select(pair => (pair.Key, pair.Value.LineOf(call, pair.Key, now))));
            sums.Clear();
            return [.. unwritten];
        }
    }

    public void Written((TenantId Owner, AuditLine Line) entry)
    {
        lock (gate) unwritten.Remove(entry);
    }

    private Sum SumOf(TenantId owner) => sums.TryGetValue(owner, out var sum) ? sum : sums[owner] = new();

    private sealed class Sum
    {
        private readonly HashSet<UnitName> units = [];
        private long count;
        private DateTimeOffset first = DateTimeOffset.MaxValue;
        private DateTimeOffset last = DateTimeOffset.MinValue;

        public void Add(UnitName unit, DateTimeOffset at)
        {
            units.Add(unit);
            count++;
            (first, last) = (at < first ? at : first, at > last ? at : last);
        }

        public AuditLine LineOf(Call call, TenantId owner, DateTimeOffset now) =>
            AuditLine.Of(call, units.Count == 1 ? units.Single().Value : owner.Name, now) with { RowCount = count, ObjectCount = units.Count, FirstAt = first, LastAt = last };
    }
}

using Handhaving.Dispatch.Data;

namespace Handhaving.Dispatch.Incidents.Reading;

/// <summary>Which incidents are wanted; what is null or empty asks for nothing.</summary>
/// <param name="MostPriority">This urgent or more; 0 = any.</param>
/// <param name="From">Recorded at or after.</param>
/// <param name="To">Recorded before.</param>
public sealed record IncidentFilter(IReadOnlyList<IncidentState> States, IReadOnlyList<string> Types, int MostPriority, string Unit, string Number, DateTimeOffset? From, DateTimeOffset? To)
{
    internal IQueryable<IncidentRow> Apply(IQueryable<IncidentRow> rows, DispatchDb db)
    {
        var states = States.Select(state => (short)state).ToArray();
        if (states.Length > 0) rows = rows.Where(row => states.Contains(row.State));
        if (Types.Count > 0) rows = rows.Where(row => Types.Contains(row.Type ?? ""));
        if (MostPriority > 0) rows = rows.Where(row => row.Priority >= 1 && row.Priority <= MostPriority);
        if (Unit.Length > 0) rows = rows.Where(row => db.Assignments.Any(assignment => assignment.Unit == Unit && assignment.Incident == row.Id && assignment.Tenant == row.Tenant));
        if (Number.Length > 0) rows = rows.Where(row => row.Number == Number);
        if (From is { } from) rows = rows.Where(row => row.CreatedAt >= from.ToUniversalTime());
        if (To is { } to) rows = rows.Where(row => row.CreatedAt < to.ToUniversalTime());
        return rows;
    }
}

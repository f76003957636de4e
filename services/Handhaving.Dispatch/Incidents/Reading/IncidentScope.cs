using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Incidents.Reading;

/// <summary>Whose incidents a request names: one municipality's, those of a team's municipalities, or all that the caller may read.</summary>
internal static class IncidentScope
{
    public static IQueryable<IncidentRow> Of(this IQueryable<IncidentRow> rows, Call call, DispatchDb db)
    {
        if (call.Tenant is not { } tenant) return rows;
        if (tenant.IsMunicipality) return rows.Where(row => row.Tenant == tenant.Value);
        var codes = db.Database.SqlQuery<string>($"select code as \"Value\" from municipality where team = {tenant.Value}");
        return rows.Where(row => codes.Contains(row.Tenant));
    }
}

using System.Text;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Incidents.Reading;

/// <summary>Reads incidents for display; each read leaves its audit line in the same transaction.</summary>
public sealed class IncidentQueries(DispatchDb db, TenantSettings settings, TimeProvider clock)
{
    /// <summary>Outcomes that can be recorded in a municipality: its own decision, and no personal data.</summary>
    public async Task<IReadOnlyList<Disposition>> DispositionsAsync(TenantId municipality, CancellationToken cancellation) => OutcomeList.Of(await settings.OfAsync(municipality, cancellation)).All;

    public async Task<Incident> GetAsync(IncidentName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var row = await db.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Municipality && row.Id == name.Id, cancellation) ?? throw new NotFound(name.Value);
        work.Consulted(call, [(name.Tenant, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return IncidentJson.Read(row.Body);
    }

    /// <returns>Newest first; the token of the next page is the id of its last row.</returns>
    public async Task<Page<Incident>> ListAsync(bool openOnly, IncidentFilter filter, PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rows = filter.Apply(db.Incidents.AsNoTracking().Of(call, db), db);
        if (openOnly) rows = rows.Where(row => !row.Ended);
        return await PageAsync(work, rows, page, call, null, cancellation);
    }

    /// <summary>Looks for words in open and ended incidents: the caller said why, and the question is kept as a digest.</summary>
    public async Task<Page<Incident>> SearchAsync(string query, IncidentFilter filter, PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var rows = filter.Apply(db.Incidents.AsNoTracking().Of(call, db), db);
        if (query.Length > 0) rows = rows.Where(row => db.IncidentFindings.Any(found => found.Tenant == row.Tenant && found.Id == row.Id && found.Words.Matches(EF.Functions.PlainToTsQuery("dutch", query))));
        return await PageAsync(work, rows, page, call, query, cancellation);
    }

    private async Task<Page<Incident>> PageAsync(UnitOfWork<DispatchDb> work, IQueryable<IncidentRow> rows, PageRequest page, Call call, string? query, CancellationToken cancellation)
    {
        if (page.AfterId is { } after) rows = rows.Where(row => row.Id.CompareTo(after) < 0);
        var found = await rows.OrderByDescending(row => row.Id).Take(page.Size + 1).Select(row => row.Body).ToListAsync(cancellation);
        var incidents = found.Take(page.Size).ThatFit(Encoding.UTF8.GetByteCount).Select(IncidentJson.Read).ToList();
        var shown = incidents.Select(incident => (incident.Name.Tenant, incident.Name.Value));
        if (query is null) work.Consulted(call, shown, clock.GetUtcNow());
        else work.Searched(call, shown, query, clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new(incidents, found.Count > incidents.Count ? page.TokenAfter(incidents[^1].Name.Id.ToString()) : "");
    }

    public async Task<Page<TimelineRow>> TimelineAsync(IncidentName name, PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var after = page.AfterNumber;
        var rows = await db.Timeline.AsNoTracking().Where(row => row.Tenant == name.Municipality && row.Incident == name.Id && row.Sequence > after)
            .Where(row => db.Incidents.Any(incident => incident.Tenant == row.Tenant && incident.Id == row.Incident))
            .OrderBy(row => row.Sequence).Take(page.Size + 1).ToListAsync(cancellation);
        if (rows.Count == 0 && !await db.Incidents.AnyAsync(incident => incident.Tenant == name.Municipality && incident.Id == name.Id, cancellation)) throw new NotFound(name.Value);
        work.Consulted(call, [(name.Tenant, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        var shown = rows.Take(page.Size).ThatFit(BytesOf);
        return new(shown, rows.Count > shown.Count ? page.TokenAfter(shown[^1].Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture)) : "");
    }

    // What has no bound of a few characters.
    private static int BytesOf(TimelineRow row) => 200 + Encoding.UTF8.GetByteCount($"{row.Actor}{row.Unit}{row.Text}{row.Changes}");

    /// <returns>Kinds of incident by code; the token of the next page is the last code.</returns>
    public async Task<Page<IncidentType>> TypesAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        var kinds = KindList.Of(await settings.OfAsync(call.Owner, cancellation));
        var rest = kinds.All.Where(type => string.CompareOrdinal(type.Code, page.After) > 0).ToList();
        return new([.. rest.Take(page.Size)], rest.Count > page.Size ? page.TokenAfter(rest[page.Size - 1].Code) : "");
    }
}

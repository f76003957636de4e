using System.Globalization;
using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.StatusCodes;

/// <summary>Reads the status codes of an owner.</summary>
public sealed class StatusCodeQueries(DispatchDb db, SettingDefinitions definitions, TimeProvider clock)
{
    /// <returns>In the order of the list; the token of the next page is a place in it.</returns>
    public async Task<Page<StatusCode>> ListAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var now = clock.GetUtcNow();
        var settings = new DecidedSettings(await SettingStore.ReadAsync(work.Connection, call.Owner, now, cancellation), definitions);
        work.Consulted(call, [(call.Owner, call.Owner.Name)], now);
        await work.CommitAsync(cancellation);
        var rest = StatusCodeList.Read(settings[DispatchSettings.StatusCodes]).All.Skip((int)page.AfterNumber).ToList();
        return new([.. rest.Take(page.Size)], rest.Count > page.Size ? page.TokenAfter((page.AfterNumber + page.Size).ToString(CultureInfo.InvariantCulture)) : "");
    }
}

using System.Globalization;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Demand;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Capacity.Demand.Forecasts;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Queueing.Planning;

/// <summary>Forecasts the calls that units are sized for, within the transaction of a query.</summary>
public sealed class ExpectCalls(CapacityDb db, DemandQueries demand, ForecastBook book)
{
    /// <param name="parent">A municipality, a team for its municipalities, or null for all that may be read.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">HISTORY_TOO_SHORT: of no municipality there is enough; and those of <see cref="ForecastBook"/> and <see cref="ForecastQueries.HoursOf"/>.</exception>
    public async Task<ExpectedCalls> OfAsync(TenantId? parent, DemandAsked asked, DateTimeOffset now, CancellationToken cancellation)
    {
        var hours = ForecastQueries.HoursOf(asked.Interval, now);
        List<MunicipalForecast> forecasts = [];
        foreach (var municipality in await MunicipalitiesAsync(parent, asked.Filter, now, cancellation))
            forecasts.Add(await book.OfAsync(municipality, asked.Filter with { Areas = [.. asked.Filter.Areas.Where(area => LiesIn(area, municipality))] }, asked.Weeks, now, cancellation));
        DemandRules.EnoughHistory.Require(forecasts.Count > 0, ("day", DutchClock.HourOf(now).Date.ToString("O", CultureInfo.InvariantCulture)));
        return new(hours, forecasts, asked.MeanServiceSeconds);
    }

    // Where several are meant, those without enough history are left out rather than in the way.
    private async Task<List<TenantId>> MunicipalitiesAsync(TenantId? parent, DemandFilter filter, DateTimeOffset now, CancellationToken cancellation)
    {
        if (parent is { IsMunicipality: true } one) return [one];
        var old = now.AddDays(-9);
        var known = await db.DemandLines.AsNoTracking().Where(line => line.StartsAt < old).Select(line => line.Tenant).Distinct().ToListAsync(cancellation);
        var members = await demand.MembersAsync(parent, cancellation) ?? known;
        return [.. known.Intersect(members).Order(StringComparer.Ordinal).Select(code => new TenantId(code)).Where(municipality => filter.Areas.Count == 0 || filter.Areas.Any(area => LiesIn(area, municipality)))];
    }

    // Statistics Netherlands numbers a district or neighbourhood after its municipality.
    private static bool LiesIn(string area, TenantId municipality) => area.TrimStart('W', 'K', 'B', 'U').StartsWith(municipality.Value, StringComparison.Ordinal);
}

using System.Globalization;
using Handhaving.Dispatch.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Plans;

/// <summary>Reads planned units of an owner, for its desk.</summary>
public sealed class PlanQueries(DispatchDb db, PlanBook plans, TimeProvider clock)
{
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(31);

    /// <returns>By their start.</returns>
    public async Task<Page<PlannedCrew>> ListAsync(DateTimeOffset from, DateTimeOffset until, PageRequest page, Call call, CancellationToken cancellation)
    {
        PlanRules.Stretch.Require(until > from && until - from <= Longest, ("days", Longest.TotalDays.ToString("0", CultureInfo.InvariantCulture)));
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var crews = PlannedCrew.Of(await plans.ReadAsync(call.Owner, from, until, cancellation)).Skip((int)Math.Min(page.AfterNumber, int.MaxValue)).ToList();
        work.Consulted(call, [(call.Owner, call.Owner.Name)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new([.. crews.Take(page.Size)], crews.Count > page.Size ? page.TokenAfter($"{page.AfterNumber + page.Size}") : "");
    }
}

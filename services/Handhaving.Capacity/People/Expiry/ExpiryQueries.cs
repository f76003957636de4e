using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Expiry;

/// <summary>An appointment that ends and whose place no other takes.</summary>
public sealed record EndingAppointment(Officer Officer, AppointmentExpiry Expiry);

/// <summary>Says whose powers end soon and what renewal still asks.</summary>
public sealed class ExpiryQueries(CapacityDb db, PeopleBook people, AppointmentTerms terms, TimeProvider clock)
{
    /// <param name="months">How far ahead, 1 to 60; null = as far as people are warned.</param>
    /// <returns>The first to end first; the token of the next page says how many were shown.</returns>
    public async Task<Page<EndingAppointment>> ListAsync(int? months, PageRequest page, Call call, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var asked = terms with { WarningMonths = months ?? terms.WarningMonths };
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var ending = (await people.OfAsync(call.Owner, cancellation)).SelectMany(officer => asked.Ending(officer.Details.Appointments, DutchClock.DayOf(now)).Select(expiry => new EndingAppointment(officer, expiry)))
            .OrderBy(one => one.Expiry.DaysLeft).ThenBy(one => one.Officer.Name.Id, StringComparer.Ordinal).Skip((int)Math.Min(page.AfterNumber, int.MaxValue)).ToList();
        var shown = ending.Take(page.Size).ToList();
        work.Consulted(call, shown.Select(one => (one.Officer.Name.Owner, one.Officer.Name.Value)), now);
        await work.CommitAsync(cancellation);
        return new(shown, ending.Count > shown.Count ? page.TokenAfter($"{page.AfterNumber + page.Size}") : "");
    }
}

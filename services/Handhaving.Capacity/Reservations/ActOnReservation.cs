using Handhaving.Capacity.Data;
using Handhaving.Capacity.Reservations.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Reservations;

/// <summary>Confirms, extends or gives back one reservation, under the lock of its case.</summary>
public sealed class ActOnReservation(CapacityDb db, CaseStore cases, TimeProvider clock)
{
    public Task<CapacityReservation> ConfirmAsync(ReservationName name, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        HandleAsync(name, null, (found, act) => found.Confirm(name, etag, act), call, request, cancellation);

    public Task<CapacityReservation> ExtendAsync(ReservationName name, DateTimeOffset until, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        HandleAsync(name, null, (found, act) => found.Extend(name, until, etag, act), call, request, cancellation);

    public Task<CapacityReservation> ReleaseAsync(ReservationName name, string reason, string etag, Call call, RequestKey request, CancellationToken cancellation) =>
        HandleAsync(name, reason, (found, act) => found.Release(name, reason, etag, act), call, request, cancellation);

    private async Task<CapacityReservation> HandleAsync(ReservationName name, string? reason, Func<DeploymentCase, CaseAct, CaseChange> decide, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var caseId = await db.Reservations.AsNoTracking().Where(row => row.Tenant == name.Municipality && row.Id == name.Id).Select(row => row.CaseId).SingleOrDefaultAsync(cancellation) ?? throw new NotFound(name.Value);
        var locked = await cases.LockAsync(work, new(name.Tenant, caseId), [], cancellation);
        // Under the lock: a retry waits for the first of its kind, and is answered as that was.
        if (await work.AnswerAgainAsync<CapacityReservation>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        var change = decide(locked.Case, new(call.Caller.Subject, clock.GetUtcNow()));
        await CaseStore.KeepAsync(work, change, cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, name.Value, now, change.About.Version) with { ReasonText = reason ?? call.Reason });
        await work.CommitAsync(call.Owner, request, change.About, cancellation);
        return change.About;
    }
}

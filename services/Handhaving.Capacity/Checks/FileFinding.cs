using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Checks;

/// <summary>Files what an organisation found at a check; it stays that organisation's own, and nobody else that took part reads it.</summary>
public sealed class FileFinding(CapacityDb db, CheckQueries checks, TimeProvider clock)
{
    /// <exception cref="RuleBroken">CHECK_NOT_BEGUN, CHECK_CANCELLED, CHECK_DECLINED.</exception>
    /// <exception cref="NotFound">No check in which the organisation takes part.</exception>
    public async Task<CheckFinding> HandleAsync(CheckName name, string text, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await work.LockAsync([name.Value], cancellation);
        if (await work.AnswerAgainAsync<CheckFinding>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        (await checks.FindAsync(name, call.Owner, cancellation)).RequireFindings(call.Owner, now);
        var row = new CheckFindingRow { Tenant = call.Owner.Value, Id = Guid.CreateVersion7(now), JointCheck = name.Id, Text = text, FiledBy = call.Caller.Subject, FiledAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)) }; // as finely as it is kept
        db.CheckFindings.Add(row);
        await db.SaveChangesAsync(cancellation);
        var finding = CheckQueries.ToFinding(row, name);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, finding.Name, now));
        await work.CommitAsync(call.Owner, request, finding, cancellation);
        return finding;
    }
}

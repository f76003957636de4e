using System.Globalization;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Checks;

/// <summary>Files what an organisation found at a check; it stays that organisation's own, and nobody else that took part reads it.</summary>
public sealed class FileFinding(CapacityDb db, TimeProvider clock)
{
    /// <exception cref="RuleBroken">CHECK_NOT_BEGUN.</exception>
    /// <exception cref="NotFound">No check in which the organisation takes part.</exception>
    public async Task<CheckFinding> HandleAsync(CheckName name, string text, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<CheckFinding>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        var check = (await db.Checks.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Owner.Value && row.Id == name.Id && row.Participants.Contains(call.Owner.Value), cancellation) ?? throw new NotFound(name.Value)).ToCheck();
        CheckRules.Begun.Require(now >= check.Details.Time.Start, ("check", check.Details.DisplayName), ("start", DutchClock.LocalOf(check.Details.Time.Start).ToString("dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture)));
        var row = new CheckFindingRow { Tenant = call.Owner.Value, Id = Guid.CreateVersion7(now), JointCheck = name.Id, Text = text, FiledBy = call.Caller.Subject, FiledAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)) }; // as finely as it is kept
        db.CheckFindings.Add(row);
        await db.SaveChangesAsync(cancellation);
        var finding = CheckQueries.ToFinding(row, name);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, finding.Name, now));
        await work.CommitAsync(call.Owner, request, finding, cancellation);
        return finding;
    }
}

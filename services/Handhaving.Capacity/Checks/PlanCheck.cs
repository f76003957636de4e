using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Checks;

/// <summary>Plans a joint check: one task for units of several organisations.</summary>
public sealed class PlanCheck(CapacityDb db, TimeProvider clock)
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">PARTICIPANT_UNKNOWN, and those of <see cref="CheckDetails.Require"/>.</exception>
    public async Task<JointCheck> HandleAsync(CheckDetails details, Call call, RequestKey request, CancellationToken cancellation)
    {
        details.Require(call.Owner);
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.AnswerAgainAsync<JointCheck>(call, request, call.Owner.Name, now, cancellation) is { } answered) return answered;
        var known = await db.Database.SqlQuery<string>($"select code as \"Value\" from municipality union all select id from team").ToListAsync(cancellation);
        var unknown = details.Participants.Where(one => !known.Contains(one.Value)).Select(one => one.Name).FirstOrDefault();
        CheckRules.KnownParticipant.Require(unknown is null, ("owner", unknown ?? ""));
        var check = new JointCheck { Name = new(call.Owner, Guid.CreateVersion7(now)), Details = details, PlannedBy = call.Caller.Subject, PlannedAt = now };
        db.Checks.Add(CheckRow.Of(check));
        await db.SaveChangesAsync(cancellation);
        work.TrailOf(call.Owner).Audit(AuditLine.Of(call, check.Name.Value, now));
        await work.CommitAsync(call.Owner, request, check, cancellation);
        return check;
    }
}

using Handhaving.Capacity.Data;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Activities;

/// <summary>Hours of an organisation on a day; null = as it was.</summary>
public sealed record HoursAsked(DateOnly Day, string Organisation, double? Planned, double? Delivered);

/// <summary>Hours as they are since.</summary>
public sealed record HoursKnown(ActivityName Activity, DateOnly Day, string Organisation, double Planned, double Delivered);

/// <summary>Enters activities, their hours and their target groups.</summary>
public sealed class ChangeActivity(CapacityDb db, ActivityQueries activities, TimeProvider clock)
{
    private const int MostActivities = 2000; // of an owner
    private const int MostGroups = 200;

    /// <param name="etag">Of the activity as the caller saw it; empty for a new one.</param>
    /// <exception cref="RuleBroken">TARGET_GROUP_UNKNOWN, ETAG_MISMATCH, ACTIVITY_HOURS_TAKEN, ACTIVITY_LIST_FULL, and those of <see cref="ActivityDetails.Require"/>.</exception>
    public Task<Activity> PutAsync(ActivityName name, ActivityDetails details, string etag, Call call, RequestKey request, CancellationToken cancellation)
    {
        details.Require();
        return ChangeAsync(name, async now =>
        {
            var groups = await activities.GroupsAsync(name.Owner, cancellation);
            ActivityRules.KnownGroup.Require(details.TargetGroup.Length == 0 || groups.Any(group => group.Code == details.TargetGroup), ("group", details.TargetGroup));
            var before = await db.Activities.SingleOrDefaultAsync(row => row.Tenant == name.Owner.Value && row.Code == name.Code, cancellation);
            Reasons.EtagMismatch.Require(etag == (before?.ToActivity().Etag ?? ""), ("name", name.Value));
            var activity = new Activity { Name = name, Details = details, ChangedBy = call.Caller.Subject, ChangedAt = now, Version = (before?.Version ?? 0) + 1 };
            if (before is null)
            {
                ActivityRules.ListNotFull.Require(await db.Activities.CountAsync(row => row.Tenant == name.Owner.Value, cancellation) < MostActivities, ("owner", name.Owner.Name), ("most", $"{MostActivities}"));
                db.Activities.Add(ActivityRow.Of(activity));
            }
            else before.Take(activity);
            await db.SaveChangesAsync(cancellation);
            // What is no longer paid for is not planned either.
            if (details.FundingEnds is { } last)
                await db.ActivityHours.Where(row => row.Tenant == name.Owner.Value && row.Activity == name.Code && row.Day > last).ExecuteUpdateAsync(set => set.SetProperty(row => row.Planned, 0.0), cancellation);
            var hours = await db.ActivityHours.AsNoTracking().Where(row => row.Tenant == name.Owner.Value && row.Activity == name.Code).ToListAsync(cancellation);
            activity.RequireKeeps(hours.GroupBy(row => row.Organisation).Select(rows => (rows.Key, rows.Sum(row => row.Planned))));
            return activity;
        }, call, request, cancellation);
    }

    /// <exception cref="RuleBroken">HOURS_NOT_YET_DONE, and those of <see cref="Activity.RequirePlannable"/>.</exception>
    public Task<HoursKnown> PutHoursAsync(ActivityName name, HoursAsked asked, Call call, RequestKey request, CancellationToken cancellation) => ChangeAsync(name, async now =>
    {
        var activity = await activities.FindAsync(name, cancellation);
        var rows = await db.ActivityHours.Where(row => row.Tenant == name.Owner.Value && row.Activity == name.Code && row.Organisation == asked.Organisation).ToListAsync(cancellation);
        activity.RequirePartner(asked.Organisation);
        if (asked.Planned is { } planned) activity.RequirePlannable(asked.Organisation, asked.Day, planned, rows.Where(row => row.Day != asked.Day).Sum(row => row.Planned));
        ActivityRules.Done.Require(asked.Delivered is not > 0 || asked.Day <= DutchClock.DayOf(now), ("day", $"{asked.Day:dd-MM-yyyy}"));
        var hours = rows.SingleOrDefault(row => row.Day == asked.Day);
        if (hours is null) db.ActivityHours.Add(hours = new() { Tenant = name.Owner.Value, Activity = name.Code, Day = asked.Day, Organisation = asked.Organisation });
        (hours.Planned, hours.Delivered) = (asked.Planned ?? hours.Planned, asked.Delivered ?? hours.Delivered);
        await db.SaveChangesAsync(cancellation);
        return new HoursKnown(name, asked.Day, asked.Organisation, hours.Planned, hours.Delivered);
    }, call, request, cancellation);

    public Task<TargetGroup> PutGroupAsync(TargetGroup group, Call call, RequestKey request, CancellationToken cancellation) => ChangeAsync(new(call.Owner, group.Code), async _ =>
    {
        var before = await db.TargetGroups.SingleOrDefaultAsync(row => row.Tenant == call.Owner.Value && row.Code == group.Code, cancellation);
        ActivityRules.ListNotFull.Require(before is not null || await db.TargetGroups.CountAsync(row => row.Tenant == call.Owner.Value, cancellation) < MostGroups, ("owner", call.Owner.Name), ("most", $"{MostGroups}"));
        if (before is null) db.TargetGroups.Add(new() { Tenant = call.Owner.Value, Code = group.Code, DisplayName = group.DisplayName });
        else before.DisplayName = group.DisplayName;
        await db.SaveChangesAsync(cancellation);
        return group;
    }, call, request, cancellation);

    private async Task<T> ChangeAsync<T>(ActivityName name, Func<DateTimeOffset, Task<T>> change, Call call, RequestKey request, CancellationToken cancellation) where T : class
    {
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await work.LockAsync([$"{name.Owner.Name}/activities"], cancellation);
        if (await work.AnswerAgainAsync<T>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        var changed = await change(now);
        work.TrailOf(name.Owner).Audit(AuditLine.Of(call, name.Value, now));
        await work.CommitAsync(name.Owner, request, changed, cancellation);
        return changed;
    }
}

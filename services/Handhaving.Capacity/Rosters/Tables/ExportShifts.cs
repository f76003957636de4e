using Handhaving.Capacity.Data;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Rosters.Tables;

/// <summary>Writes a roster as the file that <see cref="ImportShifts"/> reads, and somebody's published shifts as a calendar.</summary>
public sealed class ExportShifts(CapacityDb db, RosterBook rosters, PeopleBook people, RolePermissions permissions, TimeProvider clock)
{
    private const string ReadsAll = "capacity.rosters.read";
    private static readonly TimeSpan Back = TimeSpan.FromDays(31);

    public async Task<string> RosterAsync(DutyRosterName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var roster = await rosters.GetAsync(name, cancellation);
        work.Consulted(call, [(name.Owner, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return ShiftTable.Write(roster);
    }

    /// <exception cref="ServiceDefaults.Errors.RuleBroken">CALENDAR_NOT_YOURS.</exception>
    public async Task<string> CalendarAsync(OfficerName officer, Call call, CancellationToken cancellation)
    {
        DutyRosterRules.YourCalendar.Require(call.Caller.Subject == officer.Id || permissions.Allows(call.Caller, ReadsAll));
        var now = clock.GetUtcNow();
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await people.GetAsync(officer, cancellation);
        var shifts = await rosters.PublishedOfAsync(officer, now - Back, cancellation);
        work.Consulted(call, [(officer.Owner, officer.Value)], now);
        await work.CommitAsync(cancellation);
        return ShiftCalendar.Write(shifts, now);
    }
}

using System.Diagnostics;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Data.Loading;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Plans;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Dispatch.Units;

/// <summary>With whom and what a unit comes on duty, and until when.</summary>
/// <param name="Crew">Empty = whom the roster plans in it now.</param>
public sealed record SignOn(UnitName Unit, IReadOnlyList<string> Crew, string? Vehicle, string? Radio, IReadOnlyList<string> Equipment, DateTimeOffset? EndsAt);

/// <summary>A unit comes on duty with its crew. One officer in one crew, one duty per unit: kept by primary keys.</summary>
public sealed class SignOnUnit(DispatchDb db, CrewCheck crews, PlanBook plans, CommitSignal signal, TimeProvider clock)
{
    public async Task<UnitView> HandleAsync(SignOn asked, Call call, RequestKey request, CancellationToken cancellation)
    {
        try
        {
            return await SignOnAsync(asked, call, request, cancellation);
        }
        catch (DbUpdateException lost) when (lost.InnerException is PostgresException { ConstraintName: "duty_pkey" or "duty_member_pkey" })
        {
            // Somebody else was first, between the look and the write: now they are seen, and named.
            db.ChangeTracker.Clear();
            return await SignOnAsync(asked, call, request, cancellation);
        }
    }

    private async Task<UnitView> SignOnAsync(SignOn asked, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var name = asked.Unit;
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await work.LockAsync([name.Value], cancellation); // first: of the same call twice at once, the second one sees the first one's answer
        if (await work.AnswerAgainAsync<UnitView>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        var row = await db.Units.SingleOrDefaultAsync(row => row.Name == name.Value, cancellation) ?? throw new NotFound(name.Value);
        var plan = SignedOnPlan.Of(await plans.NowAsync(name, now, cancellation), asked.Crew);
        PlanRules.Planned.Require(asked.Crew.Count > 0 || plan is not null, CalledUnit.Of(row).Words);
        var crew = plan is { IsTaken: true } ? plan.Officers : asked.Crew;
        var duty = DutyOf(plan is { IsTaken: true } ? asked with { EndsAt = asked.EndsAt ?? plan.EndsAt } : asked, now);
        AssignmentRules.YourUnit.Require(crew.Contains(call.Caller.Subject) || crews.IsDesk(call, name.Owner));
        var officers = await CrewAsync(row, crew, cancellation);
        UnitRules.NotOnDutyYet.Require(!await db.Duties.AsNoTracking().AnyAsync(duty => duty.Unit == name.Value, cancellation), CalledUnit.Of(row).Words);
        row.Sequence++;
        db.Duties.Add(RowOf(row, duty, call.Caller.Subject));
        db.DutyMembers.AddRange(officers.Select(officer => new DutyMemberRow { Tenant = row.Tenant, Officer = officer.Id, Unit = row.Name }));
        var unit = new UnitOnDuty(name, row.CallSign, (UnitKind)row.Kind, new(row.HomeLatitude, row.HomeLongitude), row.MinimumCrew, officers, now) { Duty = duty };
        var view = UnitView.OnDuty(unit, row.Sequence, null, null, now) with { Plan = plan };
        var trail = work.TrailOf(call.Owner);
        trail.Publish(Guid.CreateVersion7(now), name.Value, row.Sequence, new UnitSignedOn(name.Value, call.Owner.Value, row.Sequence, now, view.Crew), Activity.Current);
        trail.Show(name.Value, (short)BoardKind.Unit, BoardWire.Encode(view));
        trail.Audit(AuditLine.Of(call, name.Value, now, row.Sequence));
        await work.CommitAsync(call.Owner, request, view, cancellation);
        signal.Raise();
        return view;
    }

    private static Duty DutyOf(SignOn asked, DateTimeOffset now)
    {
        foreach (var code in asked.Equipment) DutyRules.KnownEquipment.Require(Equipment.Knows(code), ("code", code), ("known", Equipment.Codes));
        DutyRules.End.Require(asked.EndsAt is not { } end || (end > now && end <= now + DutyRules.LongestDuty));
        return Duty.Start(now) with { Vehicle = asked.Vehicle, Radio = asked.Radio, Equipment = [.. asked.Equipment.Distinct().Order(StringComparer.Ordinal)], EndsAt = asked.EndsAt };
    }

    private static DutyRow RowOf(UnitRow unit, Duty duty, string signedOnBy) => new()
    {
        Tenant = unit.Tenant, Unit = unit.Name, SignedOnAt = duty.SignedOnAt, SignedOnBy = signedOnBy, Vehicle = duty.Vehicle, Radio = duty.Radio,
        Equipment = [.. duty.Equipment], EndsAt = duty.EndsAt, Activity = (short)duty.Activity, ActivitySince = duty.ActivitySince, Calls = "[]",
    };

    private async Task<List<Officer>> CrewAsync(UnitRow row, IReadOnlyList<string> crew, CancellationToken cancellation)
    {
        var count = crew.Distinct().Count();
        AssignmentRules.CrewLargeEnough.Require(count >= row.MinimumCrew, [.. CalledUnit.Of(row).Words, .. Rejection.CrewOf(count, row.MinimumCrew).Words]);
        // A grant lets other owners' officers be seen here; only the unit's own owner answers for who is in it, and a police crew is the police's (C-14).
        var found = await db.Officers.AsNoTracking().Where(officer => officer.Tenant == row.Tenant && crew.Contains(officer.Id)).ToDictionaryAsync(officer => officer.Id, cancellation);
        foreach (var id in crew) UnitRules.KnownOfficer.Require(found.ContainsKey(id), ("officer", id));
        await RequireInNoOtherAsync(row, crew, cancellation);
        return [.. found.Values.OrderBy(officer => officer.Id, StringComparer.Ordinal).Select(officer => new Officer(officer.Id, UnitQuery.Appointments(officer.Appointments)))];
    }

    private async Task RequireInNoOtherAsync(UnitRow row, IReadOnlyList<string> crew, CancellationToken cancellation)
    {
        var elsewhere = await db.DutyMembers.AsNoTracking().Where(member => crew.Contains(member.Officer) && member.Unit != row.Name)
            .Join(db.Units, member => member.Unit, unit => unit.Name, (member, unit) => new { member.Officer, Unit = unit.Name, unit.CallSign }).OrderBy(one => one.Officer).ToListAsync(cancellation);
        UnitRules.OneCrew.Require(elsewhere.Count == 0,
            ("officer", string.Join(", ", elsewhere.Select(one => one.Officer))), ("unit", string.Join(", ", elsewhere.Select(one => one.Unit).Distinct())),
            ("officerLabel", string.Join(", ", elsewhere.Select(one => $"medewerker {one.Officer} bij eenheid {one.CallSign}"))));
    }
}

using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Officers;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.Dispatch.Units;

/// <summary>A unit comes on duty with its crew. One officer in one crew, one duty per unit: kept by primary keys.</summary>
public sealed class SignOnUnit(DispatchDb db, CommitSignal signal, TimeProvider clock)
{
    public async Task<UnitView> HandleAsync(UnitName name, IReadOnlyList<string> crew, Call call, RequestKey request, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        if (await work.FindAnswerAsync<UnitView>(call.Owner, request, cancellation) is { } answered) return answered;
        var row = await db.Units.SingleOrDefaultAsync(row => row.Name == name.Value, cancellation) ?? throw new NotFound(name.Value);
        var officers = await CrewAsync(row, crew, cancellation);
        var now = clock.GetUtcNow();
        row.Sequence++;
        db.Duties.Add(new() { Tenant = row.Tenant, Unit = row.Name, SignedOnAt = now, SignedOnBy = call.Caller.Subject });
        db.DutyMembers.AddRange(officers.Select(officer => new DutyMemberRow { Tenant = row.Tenant, Officer = officer.Id, Unit = row.Name }));
        var unit = new UnitOnDuty(name, row.CallSign, (UnitKind)row.Kind, new(row.HomeLatitude, row.HomeLongitude), row.MinimumCrew, officers, now);
        var view = UnitView.OnDuty(unit, row.Sequence, null, null, now);
        var trail = work.TrailOf(call.Owner);
        trail.Publish(Guid.CreateVersion7(now), name.Value, row.Sequence, new UnitSignedOn(name.Value, call.Owner.Value, row.Sequence, now, view.Crew));
        trail.Show(name.Value, (short)BoardKind.Unit, BoardWire.Encode(view));
        trail.Audit(AuditLine.Of(call, name.Value, now, row.Sequence));
        await CommitAsync(work, request, view, row, cancellation);
        return view;
    }

    private async Task<List<Officer>> CrewAsync(UnitRow row, IReadOnlyList<string> crew, CancellationToken cancellation)
    {
        var count = crew.Distinct().Count();
        AssignmentRules.CrewLargeEnough.Require(count >= row.MinimumCrew, ("unit", row.CallSign), ("missing", $"{count} van de {row.MinimumCrew} mensen die nodig zijn"));
        var found = await db.Officers.AsNoTracking().Where(officer => crew.Contains(officer.Id)).ToDictionaryAsync(officer => officer.Id, cancellation);
        foreach (var id in crew) UnitRules.KnownOfficer.Require(found.ContainsKey(id), ("officer", id));
        return [.. found.Values.OrderBy(officer => officer.Id, StringComparer.Ordinal).Select(officer => new Officer(officer.Id, UnitQuery.Appointments(officer.Appointments)))];
    }

    private async Task CommitAsync(UnitOfWork<DispatchDb> work, RequestKey request, UnitView view, UnitRow row, CancellationToken cancellation)
    {
        try
        {
            await work.CommitAsync(new TenantId(row.Tenant), request, view, cancellation);
            signal.Raise();
        }
        catch (DbUpdateException refused) when (refused.InnerException is PostgresException { ConstraintName: "duty_pkey" })
        {
            throw UnitRules.NotOnDutyYet.Broken(("unit", row.CallSign));
        }
        catch (DbUpdateException refused) when (refused.InnerException is PostgresException { ConstraintName: "duty_member_pkey" })
        {
            throw UnitRules.OneCrew.Broken(("officer", string.Join(", ", view.Crew)));
        }
    }
}

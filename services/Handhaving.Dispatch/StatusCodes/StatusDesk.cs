using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.StatusCodes;

/// <summary>What a status report may do: its code, and the job it is about.</summary>
public sealed record StatusOpening(StatusCode Code, CalledUnit Called, UnitSlot? Slot);

/// <summary>What a status report meets.</summary>
/// <param name="Answered">The answer it got before.</param>
/// <param name="Moved">What the move of its assignment brought about, when that is done already, whether it was answered or not; null when it is not.</param>
internal sealed record StatusLook(UnitView? Answered, IReadOnlyList<string>? Moved, UnitSight Sight);

/// <summary>Judges who reports which code now. Status lives on the assignment, so the code that a unit has follows from its job and activity and is stored nowhere.</summary>
public sealed class StatusDesk(DispatchDb db, UnitQueries units, CrewCheck crews, TenantSettings settings, TimeProvider clock)
{
    /// <summary>Looks before anything is judged: what was done already is not held against the rules of now.</summary>
    internal async Task<StatusLook> LookAsync(UnitName name, Call call, RequestKey request, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(Whole(call), cancellation);
        // The unit first: of the same report twice at once, the one that sees what the other did finds that it was done.
        var sight = await units.SeeAsync(work, name, cancellation);
        db.ChangeTracker.Clear(); // whoever changes the unit reads it again, under lock
        var answered = await work.AnswerAgainAsync<UnitView>(call, request, name.Value, clock.GetUtcNow(), cancellation);
        if (answered is not null) return new(answered.SeenBy(call.Restricted), answered.Consequences, sight);
        var moved = await MovedAsync(work, request, cancellation);
        return new(null, moved, sight with { Slot = sight.Slot?.SeenBy(call.Restricted) });
    }

    internal async Task<StatusOpening> OpenAsync(StatusReport report, UnitSight sight, Call call, CancellationToken cancellation)
    {
        var codes = StatusCodeList.Read((await settings.OfAsync(call.Owner, cancellation))[DispatchSettings.StatusCodes]);
        var (row, found, slot) = sight;
        var code = codes.Find(report.Code, (UnitKind)row.Kind);
        var unit = found ?? throw AssignmentRules.OnDuty.Broken(CalledUnit.Of(row).Words);
        crews.RequireIn(unit, call);
        StatusCodeRules.Reportable.Require(code.ReportableByUnit || crews.IsDesk(call, report.Unit.Owner), ("code", code.Code), ("label", code.Label));
        OccurRules.AboutJob.Require(report.OccurTime is null || code.IsAboutJob, ("code", code.Code), ("label", code.Label));
        StatusCodeRules.RequireTaken(report, code);
        StatusCodeRules.RequireNext(code, codes.Of(StatusCodeRules.CurrentOf(unit.Duty.Activity, slot?.State), (UnitKind)row.Kind));
        return new(code, unit.Called, slot);
    }

    /// <summary>The one assignment that a report touches: the named one when it is the unit's own, else its current one (dispatch 3.2, rule 3).</summary>
    public AssignmentName JobOf(StatusReport report, StatusOpening opening)
    {
        var current = opening.Slot?.Assignment ?? throw StatusCodeRules.HasJob.Broken(opening.Called.Words);
        StatusCodeRules.OwnJob.Require(report.Assignment is not { } named || named == current, [.. opening.Called.Words, ("assignment", report.Assignment?.Value ?? "")]);
        return current;
    }

    /// <summary>Answers a report whose effect is committed, and keeps the answer for a repeated call.</summary>
    /// <param name="consequences">What it brought about, in Dutch.</param>
    public async Task<UnitView> AnswerAsync(UnitName name, IReadOnlyList<string> consequences, Call call, RequestKey request, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(Whole(call), cancellation);
        await work.LockAsync([name.Value], cancellation);
        if (await work.AnswerAgainAsync<UnitView>(call, request, name.Value, clock.GetUtcNow(), cancellation) is { } answered) return answered.SeenBy(call.Restricted);
        var (row, _, _) = await units.SeeAsync(work, name, cancellation);
        var view = (await units.ViewAsync(work, [row], cancellation))[0].SeenBy(call.Restricted) with { Consequences = consequences };
        await work.CommitAsync(call.Owner, request, view, cancellation);
        return view;
    }

    /// <summary>What the move of this report's assignment brought about, in whichever municipality it lies.</summary>
    /// <returns>Null when it is not moved.</returns>
    /// <exception cref="RuleBroken">REQUEST_ID_REUSED when another report moved an assignment under this id.</exception>
    public async Task<IReadOnlyList<string>?> MovedAsync(Call call, RequestKey request, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(Whole(call), cancellation);
        return await MovedAsync(work, request, cancellation);
    }

    private static async Task<IReadOnlyList<string>?> MovedAsync(UnitOfWork<DispatchDb> work, RequestKey request, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("select status_consequences($1, $2, $3), status_id_reused($1, $2, $3)")
        {
            Parameters = { new() { Value = request.Client }, new() { Value = request.Id }, new() { Value = request.ContentHash.ToArray() } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        Reasons.RequestIdReused.Require(!reader.GetBoolean(1));
        return reader.IsDBNull(0) ? null : reader.GetFieldValue<string[]>(0);
    }

    // A repeated report is found as it was answered, also when its job is over and was restricted; what of it is shown is decided anew.
    private static TenantScope Whole(Call call) => TenantScope.Of(call) with { Restricted = RestrictedReach.All };
}

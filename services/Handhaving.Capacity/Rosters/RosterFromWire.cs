using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rosters.Deployments;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.Capacity.Rosters.Solving;
using Handhaving.Capacity.Rosters.Wishes;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Rosters;

/// <summary>Rosters from the wire.</summary>
internal static class RosterFromWire
{
    private const int UsualWeight = 100;

    public static DutyRosterName NameOf(string name) => DutyRosterName.Parse(name) ?? throw new NotFound(name);

    public static RosterAsked AskedOf(V1.Roster roster) =>
        new(roster.StaffTeam, (PeopleFromWire.DayOf(roster.FirstDay), PeopleFromWire.DayOf(roster.LastDay)), roster.Replaces.Length > 0 ? NameOf(roster.Replaces) : null);

    public static ShiftChanges ChangesOf(V1.ChangeShiftsRequest request) => new([.. request.Shifts.Select(ShiftOf)], [.. request.RemovedIds.Select(Guid.Parse)]) { Decisions = DecisionsOf(request.Decisions) };

    public static ShiftChanges ChangesOf(V1.JudgeShiftsRequest request) => new([.. request.Shifts.Select(ShiftOf)], [.. request.RemovedIds.Select(Guid.Parse)]);

    public static Notice NoticeOf(string reason, IEnumerable<string> consents) => new(reason, [.. consents]);

    public static PublishReasons ReasonsOf(V1.PublishRosterRequest request) => new(request.CrisisReason, request.OutsideDistrictReason);

    public static IReadOnlyList<UnservedDecision> DecisionsOf(IEnumerable<V1.UnservedDecision> decisions) =>
        [.. decisions.Select(decision => new UnservedDecision { Day = PeopleFromWire.DayOf(decision.Day), Code = decision.Code, Choice = (UnservedChoice)decision.Choice, Reason = decision.Reason })];

    public static SolveAsked SolveOf(V1.SolveRosterRequest request) => new(
        [.. request.Kinds.Select(kind => new ShiftTemplate(kind.Code, kind.Function, kind.Unit, kind.Activity, TimeOnly.MinValue.AddMinutes(kind.StartMinute), TimeSpan.FromMinutes(kind.LengthMinutes), kind.HasBreakMinutes ? kind.BreakMinutes : null))],
        [.. request.Covers.Select(cover => new CoverAsked(PeopleFromWire.DayOf(cover.Day), cover.Code, cover.Wanted, cover.Weight == 0 ? UsualWeight : cover.Weight))],
        (ulong)request.Seed, request.Seconds)
    {
        Wishes = [.. request.Wishes.Select(WishOf)],
        Weights = request.Weights is { } weights ? new(weights.Fairness, weights.Team, weights.District, weights.Change) : null,
    };

    public static WishesOf WishesOf(V1.SetShiftWishesRequest request) => new(
        OfficerName.Parse(request.Officer) ?? throw DutyRosterRules.KnownOfficer.Broken(("officer", request.Officer), ("owner", request.Parent)),
        PeopleFromWire.DayOf(request.FirstDay), PeopleFromWire.DayOf(request.LastDay), [.. request.Wishes.Select(WishOf)]);

    public static WishesWanted WishesOf(V1.ListShiftWishesRequest request) => new(
        request.Officer.Length == 0 ? null : OfficerName.Parse(request.Officer) ?? throw DutyRosterRules.YourWishes.Broken(), PeopleFromWire.DayOf(request.FirstDay), PeopleFromWire.DayOf(request.LastDay));

    private static WishAsked WishOf(V1.ShiftWish wish) =>
        new(OfficerName.Parse(wish.Officer) ?? throw SolveRules.KnownWish.Broken(("officer", wish.Officer)), PeopleFromWire.DayOf(wish.Day), wish.Code, ToWish(wish.Kind), wish.Weight == 0 ? WishAsked.UsualWeight : wish.Weight);

    private static WishKind ToWish(V1.WishKind kind) => kind switch
    {
        V1.WishKind.Wanted => WishKind.Work,
        V1.WishKind.Unwanted => WishKind.NotWork,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    // As a file of shifts says it too.
    private static DateTimeOffset WholeSecond(DateTimeOffset moment) => moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));

    private static PlannedShift ShiftOf(V1.RosterShift shift)
    {
        var asked = LedgerWire.FromWire(shift.StartTime, shift.EndTime);
        var time = new Interval(WholeSecond(asked.Start), WholeSecond(asked.End));
        var officer = OfficerName.Parse(shift.Officer) ?? throw DutyRosterRules.KnownOfficer.Broken(("officer", shift.Officer), ("owner", ""));
        return new()
        {
            Id = shift.Id.Length > 0 ? Guid.Parse(shift.Id) : Guid.Empty, Officer = officer, Function = shift.Function, Unit = shift.Unit, Activity = shift.Activity, Time = time,
            BreakMinutes = shift.HasBreakMinutes ? shift.BreakMinutes : PlannedShift.LawfulBreak(time.End - time.Start), Pinned = shift.Pinned, Note = shift.Note, Deployment = DeploymentName.Parse(shift.Deployment),
        };
    }
}

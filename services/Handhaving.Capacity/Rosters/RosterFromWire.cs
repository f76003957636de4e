using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Solving;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Rosters;

/// <summary>Rosters from the wire.</summary>
internal static class RosterFromWire
{
    private const int UsualWeight = 100;

    public static DutyRosterName NameOf(string name) => DutyRosterName.Parse(name) ?? throw new NotFound(name);

    public static RosterAsked AskedOf(V1.Roster roster) =>
        new(roster.StaffTeam, (PeopleFromWire.DayOf(roster.FirstDay), PeopleFromWire.DayOf(roster.LastDay)), roster.Replaces.Length > 0 ? NameOf(roster.Replaces) : null);

    public static ShiftChanges ChangesOf(V1.ChangeShiftsRequest request) => new([.. request.Shifts.Select(ShiftOf)], [.. request.RemovedIds.Select(Guid.Parse)]);

    public static Notice NoticeOf(string reason, IEnumerable<string> consents) => new(reason, [.. consents]);

    public static SolveAsked SolveOf(V1.SolveRosterRequest request) => new(
        [.. request.Kinds.Select(kind => new ShiftTemplate(kind.Code, kind.Function, kind.Unit, kind.Activity, TimeOnly.MinValue.AddMinutes(kind.StartMinute), TimeSpan.FromMinutes(kind.LengthMinutes), kind.HasBreakMinutes ? kind.BreakMinutes : null))],
        [.. request.Covers.Select(cover => new CoverAsked(PeopleFromWire.DayOf(cover.Day), cover.Code, cover.Wanted, cover.Weight == 0 ? UsualWeight : cover.Weight))],
        (ulong)request.Seed, request.Seconds);

    private static PlannedShift ShiftOf(V1.RosterShift shift)
    {
        var time = LedgerWire.FromWire(shift.StartTime, shift.EndTime);
        var officer = OfficerName.Parse(shift.Officer) ?? throw DutyRosterRules.KnownOfficer.Broken(("officer", shift.Officer), ("owner", ""));
        return new(shift.Id.Length > 0 ? Guid.Parse(shift.Id) : Guid.Empty, officer, shift.Function, shift.Unit, shift.Activity, time, shift.HasBreakMinutes ? shift.BreakMinutes : PlannedShift.LawfulBreak(time.End - time.Start), shift.Pinned, shift.Note);
    }
}

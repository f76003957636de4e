using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Rosters;

/// <summary>Where a roster stands.</summary>
public enum RosterState { Draft = 1, Published, Superseded }

/// <summary>What to do to shifts: to put (new, or in the place of the one with the same id) and to take away.</summary>
public sealed record ShiftChanges(IReadOnlyList<PlannedShift> Put, IReadOnlyList<Guid> Removed)
{
    /// <summary>What becomes of work that has too few people since.</summary>
    public IReadOnlyList<UnservedDecision> Decisions { get; init; } = [];

    /// <exception cref="RuleBroken">ROSTER_OFFICER_UNKNOWN, FUNCTION_UNKNOWN, FUNCTION_NOT_OF_OWNER.</exception>
    public void RequireKnown(TenantId owner, IReadOnlyDictionary<OfficerName, Officer> officers, StaffFunctions functions)
    {
        foreach (var shift in Put)
        {
            DutyRosterRules.KnownOfficer.Require(officers.ContainsKey(shift.Officer), ("officer", shift.Officer.Value), ("owner", owner.Name));
            functions.Require(shift.Function, owner);
        }
    }
}

/// <summary>Who of a team works when over whole days (dienstrooster): an immutable value.</summary>
public sealed record DutyRoster
{
    public const int MostShifts = 2000;
    public const int MostDays = 92;
    private const int MostADay = 4; // of one person
    private static readonly TimeSpan LongestShift = TimeSpan.FromHours(24);

    public required DutyRosterName Name { get; init; }
    public required string StaffTeam { get; init; }

    /// <summary>First and last local day, both in it.</summary>
    public required DateOnly FirstDay { get; init; }
    public required DateOnly LastDay { get; init; }
    public RosterState State { get; init; } = RosterState.Draft;

    /// <summary>The published roster that this one takes the place of.</summary>
    public DutyRosterName? Replaces { get; init; }

    /// <summary>Version of it whose shifts were taken over; 0 = not kept.</summary>
    public long ReplacesVersion { get; init; }
    public IReadOnlyList<PlannedShift> Shifts { get; init; } = [];

    /// <summary>Work that was asked of it; kept from its searches, of each task as it was asked last.</summary>
    public IReadOnlyList<RosterTask> Tasks { get; init; } = [];
    public IReadOnlyList<UnservedDecision> Decisions { get; init; } = [];

    /// <summary>Reasons given at its publication.</summary>
    public PublishReasons Reasons { get; init; } = new("", "");
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required string UpdatedBy { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Rises by one with each change, from 1.</summary>
    public required long Version { get; init; }

    public string Etag => $"\"{Version}\"";

    /// <summary>Tasks with too few people, by day, with the decisions that hold.</summary>
    public IEnumerable<UnservedTask> Unserved => Tasks.Select(task => new UnservedTask(task, task.Missing(Shifts), null)).Where(unserved => unserved.Missing > 0)
        .Select(unserved => unserved with { Decision = Decisions.FirstOrDefault(decision => (decision.Day, decision.Code) == (unserved.Task.Day, unserved.Task.Code) && decision.Missing >= unserved.Missing) });

    public Interval Time => new(DutchClock.Midnight(FirstDay), DutchClock.Midnight(LastDay.AddDays(1)));

    /// <exception cref="RuleBroken">ROSTER_DAYS_INVALID.</exception>
    public static DutyRoster Begin(DutyRosterName name, string staffTeam, (DateOnly First, DateOnly Last) days, PeopleAct act)
    {
        DutyRosterRules.Days.Require(days.Last >= days.First && days.Last.DayNumber - days.First.DayNumber < MostDays, ("most", $"{MostDays}"));
        return new() { Name = name, StaffTeam = staffTeam, FirstDay = days.First, LastDay = days.Last, CreatedAt = act.At, UpdatedAt = act.At, UpdatedBy = act.By, Version = 1 };
    }

    /// <summary>The draft with the shifts of the published roster whose place it will take.</summary>
    /// <exception cref="RuleBroken">ROSTER_REPLACES_OTHER.</exception>
    public DutyRoster From(DutyRoster published, Func<Guid> newId)
    {
        RequireReplaces(published);
        return this with { Replaces = published.Name, ReplacesVersion = published.Version, Shifts = [.. published.Shifts.Select(shift => shift with { Id = newId() })], Tasks = published.Tasks, Decisions = published.Decisions };
    }

    public void RequireReplaces(DutyRoster published) => DutyRosterRules.ReplacesOther.Require(
        published.State is RosterState.Published && published.Name.Owner == Name.Owner && (published.StaffTeam, published.FirstDay, published.LastDay) == (StaffTeam, FirstDay, LastDay), ("roster", published.Name.Value));

    /// <summary>What others changed in the roster that is replaced would be lost.</summary>
    /// <exception cref="RuleBroken">ROSTER_REPLACED_CHANGED.</exception>
    public void RequireUnchanged(DutyRoster published) => DutyRosterRules.ReplacedUnchanged.Require(
        ReplacesVersion == published.Version || (ReplacesVersion == 0 && published.UpdatedAt <= CreatedAt), ("roster", published.Name.Value), ("who", published.UpdatedBy));

    public void RequireSeen(string etag) => ServiceDefaults.Errors.Reasons.EtagMismatch.Require(Etag == etag, ("name", Name.Value));

    /// <exception cref="RuleBroken">ROSTER_SUPERSEDED, ROSTER_SHIFT_UNKNOWN, ROSTER_SHIFT_TWICE, ROSTER_SHIFT_OUTSIDE, ROSTER_UNIT_NOT_OF_OWNER, ROSTER_SHIFTS_A_DAY, ROSTER_TOO_MANY_SHIFTS, ROSTER_TASK_SERVED.</exception>
    public DutyRoster Change(ShiftChanges changes, PeopleAct act)
    {
        DutyRosterRules.NotSuperseded.Require(State is not RosterState.Superseded);
        var known = Shifts.ToDictionary(shift => shift.Id);
        List<Guid> named = [.. changes.Removed, .. changes.Put.Where(shift => shift.Id != Guid.Empty).Select(shift => shift.Id)];
        foreach (var id in named) DutyRosterRules.KnownShift.Require(known.ContainsKey(id), ("shift", $"{id}"));
        DutyRosterRules.ShiftOnce.Require(named.Distinct().Count() == named.Count);
        foreach (var shift in changes.Put) Require(shift);
        foreach (var id in named) known.Remove(id);
        IReadOnlyList<PlannedShift> after = InOrder(known.Values.Concat(changes.Put.Select(shift => shift.Id == Guid.Empty ? shift with { Id = Guid.CreateVersion7(act.At) } : shift)));
        DutyRosterRules.NotTooMany.Require(after.Count <= MostShifts, ("most", $"{MostShifts}"));
        RequireFewADay(after, changes.Put);
        var changed = Next(act) with { Shifts = after };
        return changed with { Decisions = changed.Decided(changes.Decisions, act) };
    }

    /// <summary>The draft with what a search gave; pinned shifts are among them.</summary>
    /// <param name="tasks">What was asked of it; what an earlier search was asked beside it stays asked.</param>
    public DutyRoster Solve(IReadOnlyList<PlannedShift> shifts, IReadOnlyList<RosterTask> tasks, PeopleAct act)
    {
        DutyRosterRules.NotTooMany.Require(shifts.Count <= MostShifts, ("most", $"{MostShifts}"));
        var asked = tasks.Select(task => (task.Day, task.Code)).ToHashSet();
        return Next(act) with { Shifts = InOrder(shifts), Tasks = [.. Tasks.Where(former => !asked.Contains((former.Day, former.Code))).Concat(tasks).Where(task => task.Wanted > 0).OrderBy(task => task.Day).ThenBy(task => task.Code, StringComparer.Ordinal)] };
    }

    /// <summary>The draft with what becomes of unserved tasks; a later decision on one takes the place of the former.</summary>
    /// <exception cref="RuleBroken">ROSTER_NOT_DRAFT, ROSTER_TASK_SERVED.</exception>
    public DutyRoster Decide(IReadOnlyList<UnservedDecision> decisions, PeopleAct act)
    {
        DutyRosterRules.IsDraft.Require(State is RosterState.Draft);
        return Next(act) with { Decisions = Decided(decisions, act) };
    }

    /// <exception cref="RuleBroken">ROSTER_UNIT_NOT_OF_OWNER.</exception>
    public void RequireUnit(string unit) => DutyRosterRules.UnitOfOwner.Require(unit.Length == 0 || unit.StartsWith(Name.Owner.Name + "/", StringComparison.Ordinal), ("unit", unit), ("owner", Name.Owner.Name));

    /// <exception cref="RuleBroken">ROSTER_NOT_DRAFT, ROSTER_EMPTY.</exception>
    public DutyRoster Publish(PublishReasons reasons, PeopleAct act)
    {
        DutyRosterRules.IsDraft.Require(State is RosterState.Draft);
        DutyRosterRules.NotEmpty.Require(Shifts.Count > 0);
        return Next(act) with { State = RosterState.Published, PublishedAt = act.At, Reasons = reasons };
    }

    public DutyRoster Supersede(PeopleAct act) => Next(act) with { State = RosterState.Superseded };

    private IReadOnlyList<UnservedDecision> Decided(IReadOnlyList<UnservedDecision> decisions, PeopleAct act)
    {
        if (decisions.Count == 0) return Decisions;
        var unserved = Unserved.ToDictionary(one => (one.Task.Day, one.Task.Code));
        foreach (var decision in decisions) PublishRules.Unserved.Require(unserved.ContainsKey((decision.Day, decision.Code)), ("code", decision.Code), ("day", $"{decision.Day:yyyy-MM-dd}"));
        var decided = decisions.DistinctBy(decision => (decision.Day, decision.Code)).Select(decision => decision with { Decider = act.By, DecidedAt = act.At, Missing = unserved[(decision.Day, decision.Code)].Missing }).ToList();
        return [.. Decisions.Where(former => !decided.Exists(decision => (decision.Day, decision.Code) == (former.Day, former.Code))), .. decided];
    }

    private static void RequireFewADay(IReadOnlyList<PlannedShift> after, IReadOnlyList<PlannedShift> put)
    {
        var touched = put.Select(shift => shift.Officer).ToHashSet();
        var (officer, day) = after.Where(shift => touched.Contains(shift.Officer)).GroupBy(shift => (shift.Officer, shift.Day)).FirstOrDefault(shifts => shifts.Count() > MostADay)?.Key ?? default;
        DutyRosterRules.FewADay.Require(day == default, ("officer", officer.Id ?? ""), ("day", $"{day:yyyy-MM-dd}"), ("most", $"{MostADay}"));
    }

    private void Require(PlannedShift shift)
    {
        var start = ("start", DutchClock.Say(shift.Time.Start));
        WorkingTimeRefusals.ShiftNotEmpty.Require(shift.Time.End > shift.Time.Start, start);
        DutyRosterRules.InPeriod.Require(shift.Time.Start >= Time.Start && shift.Time.Start < Time.End && shift.Time.End - shift.Time.Start <= LongestShift, start);
        RequireUnit(shift.Unit);
        WorkingTimeRefusals.BreakInside.Require(TimeSpan.FromMinutes(shift.BreakMinutes) < shift.Time.End - shift.Time.Start, start);
    }

    private DutyRoster Next(PeopleAct act) => this with { UpdatedAt = act.At, UpdatedBy = act.By, Version = Version + 1 };

    private static IReadOnlyList<PlannedShift> InOrder(IEnumerable<PlannedShift> shifts) => [.. shifts.OrderBy(shift => shift.Time.Start).ThenBy(shift => shift.Officer.Value, StringComparer.Ordinal).ThenBy(shift => shift.Id)];
}

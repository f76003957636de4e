using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Rosters;

/// <summary>Where a roster stands.</summary>
public enum RosterState { Draft = 1, Published, Superseded }

/// <summary>What to do to shifts: to put (new, or in the place of the one with the same id) and to take away.</summary>
public sealed record ShiftChanges(IReadOnlyList<PlannedShift> Put, IReadOnlyList<Guid> Removed);

/// <summary>Who of a team works when over whole days (dienstrooster): an immutable value.</summary>
public sealed record DutyRoster
{
    public const int MostShifts = 2000;
    public const int MostDays = 92;
    private static readonly TimeSpan LongestShift = TimeSpan.FromHours(24);

    public required DutyRosterName Name { get; init; }
    public required string StaffTeam { get; init; }

    /// <summary>First and last local day, both in it.</summary>
    public required DateOnly FirstDay { get; init; }
    public required DateOnly LastDay { get; init; }
    public RosterState State { get; init; } = RosterState.Draft;

    /// <summary>The published roster that this one takes the place of.</summary>
    public DutyRosterName? Replaces { get; init; }
    public IReadOnlyList<PlannedShift> Shifts { get; init; } = [];
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required string UpdatedBy { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>Rises by one with each change, from 1.</summary>
    public required long Version { get; init; }

    public string Etag => $"\"{Version}\"";

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
        return this with { Replaces = published.Name, Shifts = [.. published.Shifts.Select(shift => shift with { Id = newId() })] };
    }

    public void RequireReplaces(DutyRoster published) => DutyRosterRules.ReplacesOther.Require(
        published.State is RosterState.Published && published.Name.Owner == Name.Owner && (published.StaffTeam, published.FirstDay, published.LastDay) == (StaffTeam, FirstDay, LastDay), ("roster", published.Name.Value));

    public void RequireSeen(string etag) => Reasons.EtagMismatch.Require(Etag == etag, ("name", Name.Value));

    /// <exception cref="RuleBroken">ROSTER_SUPERSEDED, ROSTER_SHIFT_UNKNOWN, ROSTER_SHIFT_TWICE, ROSTER_SHIFT_OUTSIDE, ROSTER_UNIT_NOT_OF_OWNER, ROSTER_TOO_MANY_SHIFTS.</exception>
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
        return Next(act) with { Shifts = after };
    }

    /// <summary>The draft with what a search gave; pinned shifts are among them.</summary>
    public DutyRoster Solve(IReadOnlyList<PlannedShift> shifts, PeopleAct act)
    {
        DutyRosterRules.NotTooMany.Require(shifts.Count <= MostShifts, ("most", $"{MostShifts}"));
        return Next(act) with { Shifts = InOrder(shifts) };
    }

    /// <exception cref="RuleBroken">ROSTER_UNIT_NOT_OF_OWNER.</exception>
    public void RequireUnit(string unit) => DutyRosterRules.UnitOfOwner.Require(unit.Length == 0 || unit.StartsWith(Name.Owner.Name + "/", StringComparison.Ordinal), ("unit", unit), ("owner", Name.Owner.Name));

    /// <exception cref="RuleBroken">ROSTER_NOT_DRAFT, ROSTER_EMPTY.</exception>
    public DutyRoster Publish(PeopleAct act)
    {
        DutyRosterRules.IsDraft.Require(State is RosterState.Draft);
        DutyRosterRules.NotEmpty.Require(Shifts.Count > 0);
        return Next(act) with { State = RosterState.Published, PublishedAt = act.At };
    }

    public DutyRoster Supersede(PeopleAct act) => Next(act) with { State = RosterState.Superseded };

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

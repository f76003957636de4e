using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Strengths;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Rosters.Solving;

/// <summary>A draft as the solver takes it: pinned shifts stay, all others are given anew. What somebody may not work is left out before the search begins, with the reason.</summary>
public sealed class SolveProblem
{
    private const int MostCells = 20_000;
    private const int LongestRun = 5;
    private const int SurplusWeight = 1000;
    private static readonly TimeSpan Near = TimeSpan.FromDays(16);

    private readonly DutyRoster kept;
    private readonly KnownDuties known;
    private readonly SolveAsked asked;
    private readonly DateOnly monday;
    private readonly List<Officer> officers;

    /// <param name="former">Shifts of the roster that the draft replaces; null = it replaces none.</param>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">ROSTER_COVER_TWICE, ROSTER_COVER_UNKNOWN, ROSTER_WISH_UNKNOWN, ROSTER_SOLVE_TOO_LARGE, BREAK_OUTSIDE_SHIFT.</exception>
    public SolveProblem(DutyRoster draft, KnownDuties known, SolveAsked asked, IReadOnlyList<PlannedShift>? former)
    {
        (this.known, this.asked, kept) = (known, asked, draft with { Shifts = [.. draft.Shifts.Where(shift => shift.Stays)] });
        Require(draft);
        monday = draft.FirstDay.AddDays(-(((int)draft.FirstDay.DayOfWeek + 6) % 7)); // day 0 of a problem is a Monday
        var functions = asked.Kinds.Select(kind => kind.Function).ToHashSet();
        officers = [.. known.Officers.Values.Where(officer => officer.Details.Contracts.Any(contract => contract.Touches(draft.Time) && contract.Functions.Overlaps(functions))).OrderBy(officer => officer.Name.Value, StringComparer.Ordinal)];
        foreach (var wish in asked.Wishes) Require(draft, wish);
        var size = (long)officers.Count * Days * asked.Kinds.Count;
        SolveRules.NotTooLarge.Require(size <= MostCells, ("size", $"{size}"), ("most", $"{MostCells}"));
        Problem = new(new(History + Days, History), [.. asked.Kinds.Select(KindOf)], [.. officers.Select(EmployeeOf)], [.. asked.Cover.Concat(OfNobody()).Select(TargetOf)], new SoftTerms(draft, known, asked, former).Of(officers, ShiftOf, day => day.DayNumber - monday.DayNumber));
    }

    public RosterProblem Problem { get; }

    /// <summary>People of the team whom the search does not know: no contract for any of this work.</summary>
    public int OthersOfTeam => known.Officers.Values.Count(officer => officer.Name.Owner == kept.Name.Owner && officer.Details.StaffTeam == kept.StaffTeam && !officers.Contains(officer));

    private int Days => kept.LastDay.DayNumber - kept.FirstDay.DayNumber + 1;

    private int History => kept.FirstDay.DayNumber - monday.DayNumber;

    public DateOnly DayOf(int day) => monday.AddDays(day);

    /// <summary>What was asked, to be kept with the roster.</summary>
    public IReadOnlyList<RosterTask> Tasks => [.. asked.Cover.Select(TaskOf)];

    /// <summary>Pinned shifts and those that the solver gave, which all have new ids.</summary>
    public IReadOnlyList<PlannedShift> ShiftsOf(Rostering.Roster solved, Func<Guid> newId) =>
    [
        .. kept.Shifts,
        .. from place in Enumerable.Range(0, officers.Count)
           from day in Enumerable.Range(History, Days)
           let kind = solved[place][day]
           where kind >= 0
           select ShiftOf(officers[place], asked.Kinds[kind], DayOf(day)) with { Id = newId() },
    ];

    /// <summary>The same roster as the solver states it, to explain what stays open.</summary>
    public Rostering.Roster RosterOf(IReadOnlyList<PlannedShift> shifts) => new(officers.Select(officer => (IReadOnlyList<int>)
        [.. Enumerable.Range(0, History + Days).Select(day => Enumerable.Range(0, asked.Kinds.Count).FirstOrDefault(kind => shifts.Any(shift => !shift.Stays && shift.SaysTheSameAs(ShiftOf(officer, asked.Kinds[kind], DayOf(day)))), Rostering.Roster.Free))]));

    /// <summary>The same, where the law as a whole bars some of the shifts found: so that an open shift says why.</summary>
    public RosterProblem Without(IEnumerable<PlannedShift> barred)
    {
        var shifts = barred.ToLookup(shift => shift.Officer);
        return new(Problem.Period, Problem.Kinds, [.. Problem.Employees.Zip(officers, (employee, officer) => employee with { Exclusions = [.. employee.Exclusions, .. shifts[officer.Name].SelectMany(shift => RestOf(officer, shift))] })], Problem.Cover, Problem.Wishes);
    }

    private IEnumerable<Exclusion> RestOf(Officer officer, PlannedShift shift) =>
        asked.Kinds.Where(kind => shift.SaysTheSameAs(ShiftOf(officer, kind, shift.Day))).Select(kind => new Exclusion(shift.Day.DayNumber - monday.DayNumber, new(kind.Code), ExclusionReason.Rest));

    private void Require(DutyRoster draft)
    {
        var rest = asked.Kinds.FirstOrDefault(kind => TimeSpan.FromMinutes(kind.BreakMinutes ?? 0) >= kind.Length);
        WorkingTimeRefusals.BreakInside.Require(rest is null, ("start", $"{rest?.Start:HH:mm}"));
        var twice = asked.Kinds.GroupBy(kind => kind.Code).FirstOrDefault(kinds => kinds.Count() > 1)?.Key ?? asked.Cover.GroupBy(cover => (cover.Day, cover.Code)).FirstOrDefault(covers => covers.Count() > 1)?.Key.Code;
        SolveRules.OneOfEach.Require(twice is null, ("code", twice ?? ""));
        var unknown = asked.Cover.FirstOrDefault(cover => cover.Day < draft.FirstDay || cover.Day > draft.LastDay || asked.Kinds.All(kind => kind.Code != cover.Code))?.Code;
        SolveRules.KnownKind.Require(unknown is null, ("code", unknown ?? ""));
    }

    private void Require(DutyRoster draft, WishAsked wish) => SolveRules.KnownWish.Require(
        officers.Exists(officer => officer.Name == wish.Officer) && wish.Day >= draft.FirstDay && wish.Day <= draft.LastDay
        && (wish.Code.Length == 0 ? wish.Wish is WishKind.NotWork : asked.Kinds.Any(kind => kind.Code == wish.Code)), ("officer", wish.Officer.Value));

    private static PlannedShift ShiftOf(Officer officer, ShiftTemplate kind, DateOnly day)
    {
        var start = DutchClock.At(day, kind.Start);
        var time = new Interval(start, start + kind.Length);
        return new() { Officer = officer.Name, Function = kind.Function, Unit = kind.Unit, Activity = kind.Activity, Time = time, BreakMinutes = kind.BreakMinutes ?? PlannedShift.LawfulBreak(kind.Length) };
    }

    private Rostering.Problem.ShiftKind KindOf(ShiftTemplate kind) => new(new(kind.Code), Math.Max(1, (int)kind.Length.TotalMinutes - (kind.BreakMinutes ?? PlannedShift.LawfulBreak(kind.Length))),
        asked.Kinds.Where(next => TimeSpan.FromDays(1) + (next.Start.ToTimeSpan() - kind.Start.ToTimeSpan()) - kind.Length < RestAfter(kind)).Select(next => new ShiftKindName(next.Code)).ToHashSet());

    private TimeSpan RestAfter(ShiftTemplate kind)
    {
        var ends = kind.Start.ToTimeSpan() + kind.Length;
        var isNight = kind.Start < new TimeOnly(5, 0) || ends > TimeSpan.FromHours(26);
        return known.Terms.WorkingTime.Max(rules => rules.Get(isNight ? WorkingTimeRuleIds.AfterNightRest : WorkingTimeRuleIds.DailyRest, kept.FirstDay).Hours);
    }

    private RosterEmployee EmployeeOf(Officer officer)
    {
        var pinned = kept.Shifts.Where(shift => shift.Officer == officer.Name).ToList();
        var pins = Enumerable.Range(0, History + Days).Where(day => day < History || pinned.Exists(shift => shift.Day == DayOf(day))).Select(day => new PinnedDay(day, null));
        var hours = officer.Details.Contracts.Where(contract => contract.Touches(kept.Time)).Max(contract => contract.WeeklyHours) * Math.Max(1, Days / 7.0) - pinned.Sum(shift => (shift.Time.End - shift.Time.Start).TotalHours);
        var exclusions = from day in Enumerable.Range(History, Days) from kind in asked.Kinds let why = Exclusion(officer, pinned, ShiftOf(officer, kind, DayOf(day))) where why is not null select new Exclusion(day, new(kind.Code), why.Value);
        return new(new(officer.Name.Value), new(new(0, Math.Max(0, (int)(hours * 60))), new(1, LongestRun), 1, int.MaxValue, new Dictionary<ShiftKindName, int>()), [.. exclusions], [.. pins]);
    }

    private ExclusionReason? Exclusion(Officer officer, List<PlannedShift> pinned, PlannedShift shift)
    {
        var gaps = Candidate.Of(officer, known.Powers[shift.Function], shift.Time).Gaps;
        foreach (var gap in gaps) return ReasonOf(gap.Cause);
        var elsewhere = known.Elsewhere[officer.Name].Where(work => work.Time.End > shift.Time.Start - Near && work.Time.Start < shift.Time.End + Near).Select(work => (officer.Name, work)).ToLookup(one => one.Name, one => one.work);
        if (pinned.Count == 0 && !elsewhere.Contains(officer.Name)) return null;
        var before = RosterLaw.Findings(kept with { Shifts = pinned }, known with { Elsewhere = elsewhere }).Count(finding => finding.IsBreach);
        return RosterLaw.Findings(kept with { Shifts = [.. pinned, shift] }, known with { Elsewhere = elsewhere }).Count(finding => finding.IsBreach) > before ? ExclusionReason.Rest : null;
    }

    // What nobody asked for is wanted of nobody: without a target the search might give it for nothing.
    private IEnumerable<CoverAsked> OfNobody()
    {
        var wanted = asked.Cover.Select(cover => (cover.Day, cover.Code)).ToHashSet();
        return from day in Enumerable.Range(History, Days) from kind in asked.Kinds where !wanted.Contains((DayOf(day), kind.Code)) select new CoverAsked(DayOf(day), kind.Code, 0, 0);
    }

    private CoverTarget TargetOf(CoverAsked cover)
    {
        var kind = asked.Kinds.Single(kind => kind.Code == cover.Code);
        var done = kept.Shifts.Count(shift => officers.Exists(officer => officer.Name == shift.Officer && shift.SaysTheSameAs(ShiftOf(officer, kind, cover.Day))));
        return new(cover.Day.DayNumber - monday.DayNumber, new(cover.Code), Math.Max(0, cover.Wanted - done), cover.Weight, SurplusWeight);
    }

    private RosterTask TaskOf(CoverAsked cover)
    {
        var kind = asked.Kinds.Single(kind => kind.Code == cover.Code);
        var start = DutchClock.At(cover.Day, kind.Start);
        return new() { Day = cover.Day, Code = cover.Code, Function = kind.Function, Unit = kind.Unit, Activity = kind.Activity, Time = new(start, start + kind.Length), Wanted = cover.Wanted };
    }

    private static ExclusionReason ReasonOf(string cause) => cause switch
    {
        "no-contract" or "trainee" => ExclusionReason.NotQualified,
        "no-valid-akte.territory" => ExclusionReason.OutsideTerritory,
        "night-exemption" => ExclusionReason.NightExempt,
        "leave" or "fixed-free-day" => ExclusionReason.Leave,
        _ when cause.StartsWith("no-valid-akte", StringComparison.Ordinal) || cause == "failed-force-test" => ExclusionReason.NoAppointment,
        _ => ExclusionReason.Absent,
    };
}

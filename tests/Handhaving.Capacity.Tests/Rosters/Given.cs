using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Competence;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.Capacity.People.Teams;
using Handhaving.Capacity.Rosters;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Tenancy;
using File = Handhaving.Capacity.Tests.People.Given;

namespace Handhaving.Capacity.Tests.Rosters;

/// <summary>A roster of Stein over the first two weeks of December 2026.</summary>
internal static class Given
{
    public static readonly TenantId Stein = File.Stein;
    public static readonly PeopleAct Act = new("planner", new(2026, 10, 1, 8, 0, 0, TimeSpan.Zero));
    public static readonly OfficerName A = new(Stein, "a");
    public static readonly OfficerName B = new(Stein, "b");

    public static PlannedShift Shift(OfficerName officer, int day, int from, int until, string function = "boa-1", string unit = "")
    {
        var time = new Interval(File.At(day, from), File.At(day, 0).AddHours(until));
        return new() { Id = Guid.NewGuid(), Officer = officer, Function = function, Unit = unit, Time = time, BreakMinutes = PlannedShift.LawfulBreak(time.End - time.Start) };
    }

    public static DutyRoster Draft(params PlannedShift[] shifts) =>
        DutyRoster.Begin(new(Stein, Guid.NewGuid()), "boa", (new(2026, 12, 1), new(2026, 12, 14)), Act) with { Shifts = shifts };

    public static KnownDuties Known(IEnumerable<Officer>? officers = null, params (OfficerName Officer, WorkShift Work)[] elsewhere) => new(
        (officers ?? [File.Officer("a"), File.Officer("b")]).ToDictionary(officer => officer.Name),
        new Dictionary<string, FunctionPowers> { ["boa-1"] = new(new FunctionName(Stein, "boa-1"), CompetenceDomain.PublicSpace, false), ["boa-2"] = new(new FunctionName(Stein, "boa-2"), CompetenceDomain.Environment, false) },
        elsewhere.ToLookup(one => one.Officer, one => one.Work));

    public static IEnumerable<(string, string, FindingSeverity)> Told(this IReadOnlyList<RosterFinding> findings) => findings.Select(finding => (finding.Officer.Id, finding.Rule, finding.Severity));
}

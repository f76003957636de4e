using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Positions.Judging;

/// <summary>What of a batch can be taken, oldest first, and what not.</summary>
public sealed record JudgedFixes(IReadOnlyList<(int Index, UnitName Unit, Fix Fix)> Good, IReadOnlyList<(int Index, FixProblem Problem)> Refusals);

/// <summary>Judges each position of a batch by itself. A crew reports its own unit; desks and partner systems hold a permission to report others.</summary>
public sealed class FixJudge(UnitPositions positions, UnitsOnDuty duty, RolePermissions permissions, PositionDoubts doubts, TimeProvider clock)
{
    private const string ReportOthers = "dispatch.units.report_others_position";

    public async Task<JudgedFixes> JudgeAsync(IReadOnlyList<UnitFix> fixes, TenantId owner, Caller caller, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var officer = permissions.Allows(caller, ReportOthers) ? null : caller.Subject;
        var crews = await CrewsAsync(fixes, owner, officer, cancellation);
        List<(int, UnitName, Fix)> good = [];
        List<(int, FixProblem)> refusals = [];
        Dictionary<UnitName, Fix> newest = [];
        foreach (var (fix, index) in DeviceClocks.SetBack(fixes, now).Select((fix, index) => (fix, index)).OrderBy(pair => pair.fix.Fix.At))
        {
            if (fix.Unit is not { } unit || unit.Owner != owner) refusals.Add((index, FixProblem.UnknownUnit));
            else if (ProblemOf(crews, unit, officer) is { } notTheirs) refusals.Add((index, notTheirs));
            else if (FixRules.OnDuty(fix.Fix, crews[unit].SignedOnAt) is not { } onDuty) refusals.Add((index, FixProblem.BeforeDuty));
            else if (ProblemOf(unit, onDuty, newest.GetValueOrDefault(unit) ?? LastOf(unit, crews[unit]), now) is { } problem) refusals.Add((index, problem));
            else good.Add((index, unit, newest[unit] = onDuty));
        }
        return new(good, refusals);
    }

    private FixProblem? ProblemOf(UnitName unit, Fix fix, Fix? last, DateTimeOffset now)
    {
        var problem = FixRules.ProblemOf(fix, last, now);
        if (problem is null) doubts.Clear(unit);
        return problem is FixProblem.ImpossibleSpeed && last is not null && doubts.Outweigh(unit, fix, last, now) ? null : problem;
    }

    private Fix? LastOf(UnitName unit, CrewOnDuty crew) => FixRules.OfThisDuty(positions.LastOf(unit), crew.SignedOnAt);

    // Before a crew is told that it is not on duty the database is asked: what is held in memory may be a second old.
    private async Task<IReadOnlyDictionary<UnitName, CrewOnDuty>> CrewsAsync(IReadOnlyList<UnitFix> fixes, TenantId owner, string? officer, CancellationToken cancellation)
    {
        var held = await duty.OfAsync(owner, cancellation);
        return fixes.Any(fix => fix.Unit is { } unit && unit.Owner == owner && ProblemOf(held, unit, officer) is not null) ? await duty.ReadAsync(owner, cancellation) : held;
    }

    /// <param name="officer">Null for who may report any unit.</param>
    private static FixProblem? ProblemOf(IReadOnlyDictionary<UnitName, CrewOnDuty> crews, UnitName unit, string? officer) =>
        !crews.TryGetValue(unit, out var crew) ? FixProblem.NotOnDuty : officer is not null && !crew.Officers.Contains(officer) ? FixProblem.NotYourUnit : null;
}

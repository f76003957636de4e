using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Positions;

/// <summary>Takes a batch of positions: each is judged by itself, the newest of a unit wins.</summary>
public sealed class ReportPositions(UnitPositions positions, UnitsOnDuty duty, PositionShare share, TimeProvider clock)
{
    public async Task<FixOutcome> HandleAsync(IReadOnlyList<UnitFix> fixes, TenantId owner, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var onDuty = await duty.OfAsync(owner, cancellation);
        List<(int, FixProblem)> refusals = [];
        List<(UnitName, Fix)> taken = [];
        foreach (var (fix, index) in fixes.Select((fix, index) => (fix, index)).OrderBy(pair => pair.fix.Fix.At))
        {
            if (Judge(fix, owner, onDuty, now) is { } problem) refusals.Add((index, problem));
            else if (fix.Unit is { } unit && positions.Take(unit, fix.Fix)) taken.Add((unit, fix.Fix));
            else refusals.Add((index, FixProblem.OlderThanLast));
        }
        share.Send(taken);
        DispatchMeters.PositionsTaken.Add(taken.Count);
        foreach (var (_, problem) in refusals) DispatchMeters.PositionsRefused.Add(1, new KeyValuePair<string, object?>("problem", problem.ToString()));
        return new(taken.Count, refusals);
    }

    private FixProblem? Judge(UnitFix fix, TenantId owner, IReadOnlySet<UnitName> onDuty, DateTimeOffset now)
    {
        if (fix.Unit is not { } unit || unit.Owner != owner) return FixProblem.UnknownUnit;
        return onDuty.Contains(unit) ? FixRules.ProblemOf(fix.Fix, positions.LastOf(unit), now) : FixProblem.NotOnDuty;
    }
}

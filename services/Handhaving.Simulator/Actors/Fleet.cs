using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors;

/// <summary>The units that play along: found on the platform, signed on at the start, signed off at the end.</summary>
public sealed class Fleet(Platform platform, Intentions intentions)
{
    private const int PageSize = 200;
    private readonly Dictionary<string, FieldUnit> units = [];

    /// <summary>Units on duty for this evening.</summary>
    public IReadOnlyCollection<FieldUnit> Units => units.Values;

    /// <summary>The unit of this name, or null when somebody else crews it.</summary>
    public FieldUnit? Find(string name) => units.GetValueOrDefault(name);

    /// <summary>Signs on the units of the level, spread over the owners: first everybody's first unit, then the second ones.</summary>
    public async Task SignOnAsync(EveningPlan plan, Region region, CancellationToken cancellation)
    {
        var found = await ListAsync(cancellation);
        var chosen = found.OrderBy(unit => UnitNaming.NumberOf(unit.Name)).ThenBy(unit => unit.Name, StringComparer.Ordinal).Take(plan.Level.Units);
        foreach (var unit in chosen)
            if (await SignOnAsync(unit.Name, cancellation))
                units[unit.Name] = new(unit, StartOf(unit, plan.Seed, region), Temperament.Draw(plan.Seed, unit.Name));
    }

    /// <summary>Signs every unit off; one that still has an assignment is freed of it first.</summary>
    public async Task SignOffAsync(CancellationToken cancellation)
    {
        foreach (var unit in units.Keys)
        {
            await FreeAsync(unit, "sign-off", incident => new Effect(Effect.Withdrawn, incident, unit), cancellation);
            var call = intentions.To("SignOffUnit", unit);
            var request = new SignOffUnitRequest { Name = unit, RequestId = call.RequestId };
            await TryAsync(() => platform.Caller.SendAsync(
                call, null, options => platform.Units.SignOffUnitAsync(request, options), _ => null, cancellation));
        }
    }

    private async Task<List<Unit>> ListAsync(CancellationToken cancellation)
    {
        List<Unit> found = [];
        var request = new ListUnitsRequest { Parent = "municipalities/-", PageSize = PageSize };
        do
        {
            var page = await platform.Caller.AskAsync("ListUnits", options => platform.Units.ListUnitsAsync(request, options), cancellation);
            found.AddRange(page.Units);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return found;
    }

    /// <summary>A unit that an evening that broke off left on duty is taken over.</summary>
    private async Task<bool> SignOnAsync(string unit, CancellationToken cancellation)
    {
        var call = intentions.To("SignOnUnit", unit);
        var request = new SignOnUnitRequest { Name = unit, RequestId = call.RequestId };
        request.Crew.AddRange(UnitNaming.CrewOf(unit).Select(officer => new CrewMember { Officer = officer }));
        try
        {
            await platform.Caller.SendAsync(call, null, options => platform.Units.SignOnUnitAsync(request, options), _ => null, cancellation);
            return true;
        }
        catch (RefusedException refused)
        {
            if (refused.Reason != "UNIT_ALREADY_ON_DUTY")
                return false;
            await FreeAsync(unit, "take-over", _ => null, cancellation);
            return true;
        }
    }

    /// <summary>Takes the assignment of a unit back if it belongs to an evening that was played; those of other people stay.</summary>
    private async Task FreeAsync(string unit, string moment, Func<string, Effect?> effect, CancellationToken cancellation)
    {
        var assignment = (await platform.GetUnitAsync(unit, cancellation)).Assignment;
        if (assignment.Length == 0)
            return;
        var incident = await platform.GetIncidentAsync(WireNames.IncidentOf(assignment), cancellation);
        if (!incident.Description.Contains(Intentions.AnyMark, StringComparison.Ordinal))
            return;
        var call = intentions.To("WithdrawAssignment", $"{moment}/{assignment}");
        var request = new WithdrawAssignmentRequest { Name = assignment, Reason = "De oefening is afgebroken.", RequestId = call.RequestId };
        await TryAsync(() => platform.Caller.SendAsync(
            call, effect(incident.Name), options => platform.Assignments.WithdrawAssignmentAsync(request, options), _ => null, cancellation));
    }

    /// <summary>A refusal stands in the ledger with its reason; the other units go on.</summary>
    private static async Task TryAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RefusedException)
        {
            // Noted by the caller.
        }
    }

    private static Point StartOf(Unit unit, int seed, Region region) => unit.LastFix is { Position: { } seen }
        ? new(seen.Latitude, seen.Longitude)
        : (region.CentreOf(UnitNaming.OwnerOf(unit.Name)) ?? region.Neighbourhoods[0].Point).Jitter(new Chance(seed, $"home/{unit.Name}"), 800);
}

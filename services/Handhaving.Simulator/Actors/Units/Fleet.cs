using System.Collections.Concurrent;
using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Scenario.Places;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors.Units;

/// <summary>The units that play along: found on the platform, signed on at the start, signed off at the end. Units that people signed on are theirs.</summary>
public sealed class Fleet(Platform platform, Intentions intentions)
{
    private const int PageSize = 200;
    private const int AtOnce = 16;
    private readonly ConcurrentDictionary<string, FieldUnit> units = new();

    /// <summary>Units on duty for this evening.</summary>
    public IReadOnlyCollection<FieldUnit> Units => [.. units.Values];

    /// <summary>The unit of this name, or null when somebody else crews it.</summary>
    public FieldUnit? Find(string name) => units.GetValueOrDefault(name);

    /// <summary>Signs on the free units of the level, spread over the owners: first everybody's first unit, then the second ones.</summary>
    public async Task SignOnAsync(LoadLevel level, Region region, CancellationToken cancellation)
    {
        var found = await ListAsync(cancellation);
        var chosen = found.Where(IsFree).OrderBy(unit => UnitNaming.NumberOf(unit.Name)).ThenBy(unit => unit.Name, StringComparer.Ordinal).Take(level.Units);
        await EachAsync(chosen, async (unit, stop) =>
        {
            if (await SignOnAsync(unit.Name, stop))
                units[unit.Name] = new(unit, StartOf(unit, region), Temperament.Draw(intentions.Seed, unit.Name));
        }, cancellation);
    }

    /// <summary>Signs every unit off; one that still has an assignment is freed of it first.</summary>
    public Task SignOffAsync(CancellationToken cancellation) => EachAsync(units.Keys, async (unit, stop) =>
    {
        if (!IsOurs(await platform.GetUnitAsync(unit, stop)))
            return;
        await FreeAsync(unit, "sign-off", incident => new Effect(Effect.Withdrawn, incident, unit), stop);
        var call = intentions.To("SignOffUnit", unit);
        var request = new SignOffUnitRequest { Name = unit, RequestId = call.RequestId };
        await TryAsync(() => platform.Caller.SendAsync(call, new Effect(Effect.SignedOff, unit), options => platform.Units.SignOffUnitAsync(request, options), _ => null, stop));
    }, cancellation);

    private static Task EachAsync<T>(IEnumerable<T> of, Func<T, CancellationToken, ValueTask> act, CancellationToken cancellation) =>
        Parallel.ForEachAsync(of, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, act);

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

    private static bool IsFree(Unit unit) => unit.Availability is UnitAvailability.OffDuty || IsOurs(unit);

    /// <summary>On duty by the hand of an evening: it carries the radio that no person has.</summary>
    private static bool IsOurs(Unit unit) => unit.Availability is not UnitAvailability.OffDuty && unit.Radio == UnitNaming.RadioOf(unit.Name);

    /// <summary>A unit that an evening that broke off left on duty is taken over; one that a person signed on meanwhile is not.</summary>
    private async Task<bool> SignOnAsync(string unit, CancellationToken cancellation)
    {
        var call = intentions.To("SignOnUnit", unit);
        var request = new SignOnUnitRequest { Name = unit, RequestId = call.RequestId, Radio = UnitNaming.RadioOf(unit) };
        request.Crew.AddRange(UnitNaming.CrewOf(unit).Select(officer => new CrewMember { Officer = officer }));
        try
        {
            await platform.Caller.SendAsync(call, new Effect(Effect.SignedOn, unit), options => platform.Units.SignOnUnitAsync(request, options), _ => null, cancellation);
            return true;
        }
        catch (RefusedException refused)
        {
            if (refused.Reason != "UNIT_ALREADY_ON_DUTY" || !IsOurs(await platform.GetUnitAsync(unit, cancellation)))
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

    private Point StartOf(Unit unit, Region region) => unit.LastFix is { Position: { } seen }
        ? new(seen.Latitude, seen.Longitude)
        : region.HomeOf(UnitNaming.OwnerOf(unit.Name), new Chance(intentions.Seed, $"home/{unit.Name}"));
}

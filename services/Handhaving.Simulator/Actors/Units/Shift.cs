using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors.Units;

/// <summary>The breaks of a unit: half an hour in each five and a half hours, as working-time law asks (Arbeidstijdenwet, article 5:4).</summary>
public sealed class Shift(Platform platform, Intentions intentions, SimulationClock clock, Tally tally)
{
    private static readonly TimeSpan Stretch = TimeSpan.FromHours(5.5);
    private static readonly TimeSpan BreakLength = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Postponed = TimeSpan.FromMinutes(5);

    /// <summary>When the breaks begin, each in the middle third of its stretch.</summary>
    public static IReadOnlyList<TimeSpan> Breaks(int seed, string unit, TimeSpan duration)
    {
        var chance = new Chance(seed, $"breaks/{unit}");
        return [.. Enumerable.Range(0, (int)(duration / Stretch)).Select(stretch => Stretch * (stretch + ((1 + chance.Next()) / 3)))];
    }

    /// <summary>Has the breaks, each as soon as the unit is free; a unit in a break gets no offers.</summary>
    public async Task RunAsync(FieldUnit unit, TimeSpan duration, CancellationToken cancellation)
    {
        var number = 0;
        foreach (var begin in Breaks(intentions.Seed, unit.Name, duration))
        {
            await clock.UntilAsync(begin, cancellation);
            while (!clock.Draining && !await TryAsync(unit, UnitActivity.Break, ++number, cancellation))
                await clock.PassAsync(Postponed, cancellation);
            if (clock.Draining)
                break;
            tally.Count(Happening.Break);
            await clock.PassAsync(BreakLength, cancellation);
            await TryAsync(unit, UnitActivity.Available, ++number, cancellation);
        }
    }

    /// <summary>False when an offer came in between; the refusal stands in the ledger.</summary>
    private async Task<bool> TryAsync(FieldUnit unit, UnitActivity activity, int number, CancellationToken cancellation)
    {
        if (unit.Job is not null)
            return false;
        var call = intentions.To("ChangeUnitActivity", $"{unit.Name}/{number}");
        var request = new ChangeUnitActivityRequest { Name = unit.Name, Activity = activity, RequestId = call.RequestId };
        try
        {
            await platform.Caller.SendAsync(call, null, options => platform.Units.ChangeUnitActivityAsync(request, options), _ => null, cancellation);
            return true;
        }
        catch (RefusedException)
        {
            return false;
        }
    }
}

using System.Globalization;
using Handhaving.Simulator.Actors;
using Handhaving.Simulator.Actors.Units;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;

namespace Handhaving.Simulator.Evenings;

/// <summary>Writes one line per simulated quarter of an hour.</summary>
public sealed class Progress(TextWriter output, LedgerBook ledger, Tally tally, Fleet fleet, SimulationClock clock)
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    /// <summary>Writes until the evening drains.</summary>
    public async Task RunAsync(EveningPlan plan, CancellationToken cancellation)
    {
        for (var at = Quarter; at <= plan.Duration && !clock.Draining; at += Quarter)
        {
            await clock.UntilAsync(at, cancellation);
            await output.WriteLineAsync(Line(plan.StartOfDay + (clock.Draining ? clock.Elapsed : at)));
        }
    }

    private string Line(TimeSpan timeOfDay)
    {
        var (entries, units) = (ledger.Entries, fleet.Units);
        return string.Create(CultureInfo.InvariantCulture,
            $@"{timeOfDay:hh\:mm}  reports {tally.Of(Happening.Reported)}  closed {tally.Of(Happening.Closed)}  units engaged {units.Count(unit => unit.Job is not null)}/{units.Count}  sent {entries.Count}  accepted {entries.Count(entry => entry.State == LedgerState.Accepted)}  in doubt {entries.Count(entry => entry.State == LedgerState.InDoubt)}");
    }
}

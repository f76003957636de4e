using System.Globalization;
using Handhaving.Simulator.Actors;
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
        var entries = ledger.Entries;
        return string.Create(CultureInfo.InvariantCulture,
            $@"{timeOfDay:hh\:mm}  reports {tally.Reported}  closed {tally.Closed}  units engaged {tally.Engaged}/{fleet.Units.Count}  positions {tally.AcceptedFixes}  sent {entries.Count}  accepted {entries.Count(entry => entry.State == LedgerState.Accepted)}  in doubt {entries.Count(entry => entry.State == LedgerState.InDoubt)}");
    }
}

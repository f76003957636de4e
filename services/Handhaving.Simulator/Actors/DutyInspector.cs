using System.Collections.Concurrent;
using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Streams;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors;

/// <summary>Reads back through the gateway what units did: whether those that signed on are on duty with the last position that was taken, and those that signed off are not.</summary>
public sealed class DutyInspector(Platform platform, LedgerBook ledger, Intentions intentions, PositionTally positions)
{
    private const int AtOnce = 8;

    // The platform counts a fix by its own clock where a device runs ahead.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(5);
    private readonly ConcurrentBag<Effect> seen = [];

    /// <summary>What the platform showed of it.</summary>
    public IReadOnlyCollection<Effect> Seen => seen;

    /// <summary>Before units sign off.</summary>
    public Task ReadOnDutyAsync(CancellationToken cancellation) => EachAsync("SignOnUnit", Effect.SignedOn, unit =>
    {
        if (unit.Availability is UnitAvailability.OffDuty)
            return;
        seen.Add(new(Effect.SignedOn, unit.Name));
        if (positions.NewestOf(unit.Name) is not { } newest)
            return;
        ledger.Open(intentions.To("StreamPositions", unit.Name), new Effect(Effect.PositionTaken, unit.Name)).Accept(null);
        if (unit.LastFix?.FixTime.ToDateTimeOffset() >= newest - ClockDifference)
            seen.Add(new(Effect.PositionTaken, unit.Name));
    }, cancellation);

    /// <summary>After they did.</summary>
    public Task ReadOffDutyAsync(CancellationToken cancellation) => EachAsync("SignOffUnit", Effect.SignedOff, unit =>
    {
        if (unit.Availability is UnitAvailability.OffDuty)
            seen.Add(new(Effect.SignedOff, unit.Name));
    }, cancellation);

    // Of a call that was refused somebody else says what its unit does.
    private Task EachAsync(string rpc, string kind, Action<Unit> look, CancellationToken cancellation)
    {
        var done = ledger.Entries.Where(entry => entry.State is LedgerState.Accepted && entry.Intention.Rpc == rpc).SelectMany(entry => entry.Effects).Where(effect => effect.Kind == kind).Select(effect => effect.Subject);
        return Parallel.ForEachAsync(done, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (unit, stop) => look(await platform.GetUnitAsync(unit, stop)));
    }
}

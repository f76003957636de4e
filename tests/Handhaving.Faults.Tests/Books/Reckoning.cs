using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Simulator.Actors;
using Handhaving.Simulator.Ledger;

namespace Handhaving.Faults.Tests.Books;

/// <summary>Holds the ledger of an evening against what the gateway shows, the database holds, the broker carried and the screens saw.</summary>
internal sealed class Reckoning(FaultPlatform platform, Evening evening)
{
    /// <summary>One line per thing that is wrong.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync()
    {
        var truth = await evening.TruthAsync();
        return
        [
            .. await (evening.MayStartAnew ? truth.WrongBetweenSnapshotsAsync(evening.Screens) : truth.WrongAsync(evening.Screens)), .. await LedgerAsync(),
            .. await Ground.WrongAsync(platform.Database), .. await new Deliveries(platform.Database, evening.Tap).WrongAsync(evening.FirstFact),
        ];
    }

    private async Task<IReadOnlyList<string>> LedgerAsync()
    {
        var reader = platform.Connect(new LedgerBook());
        var observed = await new Inspector(reader, evening.Intentions).ReadAsync(evening.Ledger, [.. evening.Screens.Select(screen => screen.Sightings)], [], TestContext.Current.CancellationToken);
        var effects = observed.Effects.ToDictionary();
        foreach (var (effect, count) in await DutiesAsync()) effects[effect] = count;
        var verdict = Reconciliation.Judge(evening.Ledger.Entries, observed with { Effects = effects });
        return verdict.Holds ? [] : [$"lost {verdict.Lost}, doubled {verdict.Doubled}, in doubt {verdict.InDoubt}, unseen {verdict.Unseen}", .. verdict.Findings.Take(10)];
    }

    // A unit that comes and goes leaves no timeline; its facts tell.
    private Task<List<(Effect Effect, int Count)>> DutiesAsync() => platform.Database.RowsAsync(
        "select split_part(type, '.', 4), aggregate, count(*) from outbox where id >= $1 and type like '%.UnitSigned%' group by 1, 2",
        row => (new Effect(row.GetString(0), row.GetString(1)), (int)row.GetInt64(2)), evening.FirstFact);
}

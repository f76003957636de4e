using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.V1;
using Handhaving.Faults.Tests.Books;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Wire;

namespace Handhaving.Faults.Tests.Planning;

/// <summary>Holds what desks were told against what capacity shows, holds and has published: each case as often as it was taken, each block as full as its cases make it.</summary>
internal sealed class PromiseBook(OwnerView database, FactTap tap)
{
    /// <summary>A request was taken, whether people were held for it or not.</summary>
    public const string Asked = "ReservationAsked";

    private const string Facts = """
        select case when kind in ('ReservationHeld', 'ReservationRejected') then 'ReservationAsked' else kind end,
          case when kind in ('ReservationHeld', 'ReservationRejected') then body::jsonb ->> 'caseId' else aggregate end,
          case when kind in ('ReservationHeld', 'ReservationRejected') then body::jsonb ->> 'caseVersion' else '' end, count(*)
        from (select split_part(type, '.', 4) as kind, aggregate, body from outbox where id >= $1) fact group by 1, 2, 3
        """;

    /// <summary>One line per thing that is wrong.</summary>
    /// <param name="firstFact">Row of the outbox from which on facts are of this season.</param>
    public async Task<IReadOnlyList<string>> WrongAsync(LedgerBook ledger, long firstFact, ReservationService.ReservationServiceClient reservations, LedgerService.LedgerServiceClient blocks, Caller caller) =>
        [.. await LedgerAsync(ledger, firstFact), .. await BlocksAsync(reservations, blocks, caller), .. await new Deliveries(database, tap).WrongAsync(firstFact)];

    private async Task<IEnumerable<string>> LedgerAsync(LedgerBook ledger, long firstFact)
    {
        var intended = ledger.Entries.SelectMany(entry => entry.Effects).ToHashSet();
        // A later version releases the former: such facts are nobody's act.
        var visible = (await database.RowsAsync(Facts, row => (new Effect(row.GetString(0), row.GetString(1), row.GetString(2)), Count: (int)row.GetInt64(3)), firstFact))
            .Where(fact => intended.Contains(fact.Item1)).ToDictionary(fact => fact.Item1, fact => fact.Count);
        var verdict = Reconciliation.Judge(ledger.Entries, new() { Effects = visible, Board = new Dictionary<string, DateTimeOffset>() });
        return verdict.Holds ? [] : [$"lost {verdict.Lost}, doubled {verdict.Doubled}, in doubt {verdict.InDoubt}", .. verdict.Findings.Take(10)];
    }

    /// <summary>Blocks that are not as full as the cases on them make them, a line each.</summary>
    public static async Task<IEnumerable<string>> BlocksAsync(ReservationService.ReservationServiceClient reservations, LedgerService.LedgerServiceClient blocks, Caller caller)
    {
        var claimed = new Dictionary<DateTimeOffset, (int Held, int Confirmed)>();
        foreach (var municipality in PlanningRound.Municipalities)
            foreach (var reservation in await LiveAsync(reservations, caller, municipality))
                foreach (var line in reservation.Lines.Where(line => line.Function == Season.Function))
                    for (var start = line.StartTime.ToDateTimeOffset(); start < line.EndTime.ToDateTimeOffset(); start += TimeSpan.FromMinutes(15))
                    {
                        var (held, confirmed) = claimed.GetValueOrDefault(start);
                        claimed[start] = reservation.State is ReservationState.Held ? (held + line.Count, confirmed) : (held, confirmed + line.Count);
                    }
        return (await AllAsync(blocks, caller))
            .Where(block => (block.Held, block.Confirmed) != claimed.GetValueOrDefault(block.StartTime.ToDateTimeOffset()) || block.Free < 0)
            .Select(block => $"{block.Name}: held {block.Held}, confirmed {block.Confirmed}, free {block.Free}, claimed {claimed.GetValueOrDefault(block.StartTime.ToDateTimeOffset())}");
    }

    private static async Task<List<CapacityReservation>> LiveAsync(ReservationService.ReservationServiceClient reservations, Caller caller, string municipality)
    {
        List<CapacityReservation> all = [];
        var request = new ListReservationsRequest { Parent = $"municipalities/{municipality}", LiveOnly = true, PageSize = 1000 };
        do
        {
            var page = await caller.AskAsync("ListReservations", options => reservations.ListReservationsAsync(request, options), TestContext.Current.CancellationToken);
            all.AddRange(page.Reservations);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }

    private static async Task<List<CapacityBlock>> AllAsync(LedgerService.LedgerServiceClient blocks, Caller caller)
    {
        List<CapacityBlock> all = [];
        var (start, end) = Season.Whole;
        var request = new ListBlocksRequest { Parent = $"{Season.Team}/functions/{Season.Function}", StartTime = start.ToTimestamp(), EndTime = end.ToTimestamp(), PageSize = 1000 };
        do
        {
            var page = await caller.AskAsync("ListBlocks", options => blocks.ListBlocksAsync(request, options), TestContext.Current.CancellationToken);
            all.AddRange(page.Blocks);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return all;
    }
}

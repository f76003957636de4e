using Handhaving.Simulator.Ledger;
using Xunit;

namespace Handhaving.Simulator.Tests.Ledger;

public sealed class LedgerBookTests
{
    [Fact]
    public void An_intention_keeps_its_request_id_and_no_two_share_one()
    {
        var ids = Enumerable.Range(0, 1_000).Select(key => new Intentions("run", 1).To("AssignUnit", $"{key}").RequestId).ToList();

        Assert.Equal(ids, Enumerable.Range(0, 1_000).Select(key => new Intentions("run", 1).To("AssignUnit", $"{key}").RequestId));
        Assert.Equal(1_000, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", id));
    }

    [Theory]
    [InlineData("other", 1, "AssignUnit", "1")]
    [InlineData("run", 2, "AssignUnit", "1")]
    [InlineData("run", 1, "CloseIncident", "1")]
    [InlineData("run", 1, "AssignUnit", "2")]
    public void Another_run_seed_rpc_or_key_is_another_intention(string run, int seed, string rpc, string key)
    {
        Assert.NotEqual(new Intentions("run", 1).To("AssignUnit", "1").RequestId, new Intentions(run, seed).To(rpc, key).RequestId);
    }

    [Fact]
    public void An_intention_is_opened_once()
    {
        var ledger = new LedgerBook();
        var intention = new Intentions("run", 1).To("AssignUnit", "1");
        ledger.Open(intention, null);

        Assert.Throws<InvalidOperationException>(() => ledger.Open(intention, null));
    }

    [Fact]
    public void A_mark_is_found_back_and_that_of_another_run_is_not()
    {
        var intentions = new Intentions("run", 7);

        Assert.Equal("[oefening run-7-12]", intentions.FindMark($"Hond los. {intentions.MarkOf(12)}"));
        Assert.Null(intentions.FindMark(new Intentions("run", 70).MarkOf(12)));
        Assert.Null(intentions.FindMark("Hond los."));
    }

    [Fact]
    public void Latencies_are_nearest_rank_percentiles()
    {
        var summary = LatencySummary.Of("AssignUnit", Enumerable.Range(1, 200).Select(value => TimeSpan.FromMilliseconds(value)));

        Assert.Equal(new LatencySummary("AssignUnit", 200, 100, 180, 198, 200), summary);
    }

    [Theory]
    [InlineData(0, 10, 10, 20, 0)]
    [InlineData(0, 10, 9, 20, 1)]
    [InlineData(0, 10, 9.9, 20, 0)]
    [InlineData(0, 100, 10, 20, 1)]
    public void A_unit_is_double_booked_when_its_times_overlap(double from, double until, double nextFrom, double nextUntil, int doubled)
    {
        var start = new DateTimeOffset(2026, 1, 9, 20, 0, 0, TimeSpan.Zero);
        Booking[] bookings =
        [
            new("unit", "b", start.AddSeconds(nextFrom), start.AddSeconds(nextUntil)),
            new("unit", "a", start.AddSeconds(from), start.AddSeconds(until)),
            new("other", "c", start, start.AddSeconds(50)),
        ];

        Assert.Equal(doubled, Booking.FindDouble(bookings).Count);
    }
}

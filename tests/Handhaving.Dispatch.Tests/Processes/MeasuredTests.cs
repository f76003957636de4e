using Grpc.Core;
using Handhaving.Dispatch.Tests.Recommendation;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Telemetry;
using Handhaving.Testing.Telemetry;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>Each number that dispatch owes its operators moves when what it counts happens.</summary>
public sealed class MeasuredTests(DispatchRegion region) : IDisposable
{
    private readonly Measurements measured = new(TelemetrySetup.SourceName);

    [Fact]
    public async Task An_offer_that_lost_its_race_is_counted_beside_the_one_that_won()
    {
        var desk = Person.Centralist(region);
        var (unit, one, other) = (await desk.OwnUnitAsync(region, "0888"), await desk.ReportAsync(), await desk.ReportAsync());

        await desk.AssignAsync(one, unit);
        var lost = await Failure.OfAsync(desk.Assignments.AssignUnitAsync(new() { Parent = other.Name, Unit = unit, Etag = other.Etag, RequestId = Work.NewRequest() }, desk.Call));

        Assert.Equal("UNIT_ALREADY_ASSIGNED", lost.Reason);
        Assert.True(measured.SumOf("handhaving.offers.made") >= 1);
        Assert.True(measured.SumOf("handhaving.offers.lost") >= 1);
        Assert.True(measured.SumOf("handhaving.refusals{reason=UNIT_ALREADY_ASSIGNED}") >= 1);
    }

    [Fact]
    public async Task A_search_for_units_and_one_for_duplicates_are_timed()
    {
        var desk = Person.Centralist(region);
        var incident = await desk.ReportAsync();

        await desk.RecommendAsync(incident);
        await desk.Incidents.FindDuplicatesAsync(new() { Parent = "municipalities/0888", Type = "parking.nuisance", Position = Work.MarketOf("0888") }, desk.Call);

        Assert.True(measured.CountOf("handhaving.recommendation.duration{fleet=up_to_200}") >= 1);
        Assert.True(measured.CountOf("handhaving.recommendation.units") >= 1);
        Assert.True(measured.CountOf("handhaving.duplicates.duration") >= 1);
    }

    [Fact]
    public async Task Positions_are_timed_and_counted_taken_or_refused()
    {
        var desk = Person.Centralist(region);
        var unit = await desk.OwnUnitAsync(region, "0888");

        await desk.PlaceAsync(unit, "0888");
        await desk.PlaceAsync("municipalities/0888/units/nobody", "0888");

        Assert.True(measured.CountOf("handhaving.positions.duration") >= 2);
        Assert.True(measured.SumOf("handhaving.positions.taken") >= 1);
        Assert.True(measured.SumOf("handhaving.positions.refused") >= 1);
    }

    [Fact]
    public async Task A_screen_is_timed_until_it_is_up_to_date_by_how_it_began_and_then_for_each_change()
    {
        var desk = Person.Centralist(region);
        V1.WatchBoardRequest team = new() { Parent = "teams/westelijke-mijnstreek" };
        using (var first = desk.Board.WatchBoard(team, desk.Headers, cancellationToken: TestContext.Current.CancellationToken))
        {
            while (team.ResumeToken.Length == 0 && await first.ResponseStream.MoveNext(TestContext.Current.CancellationToken)) team.ResumeToken = first.ResponseStream.Current.ResumeToken;
            await desk.ReportAsync();
            await Work.EventuallyAsync(() => Task.FromResult(measured.CountOf("handhaving.board.delay") >= 1 && measured.CountOf("handhaving.board.opening{from=snapshot}") >= 1));
        }

        using var second = desk.Board.WatchBoard(team, desk.Headers, cancellationToken: TestContext.Current.CancellationToken);
        await Work.EventuallyAsync(() => Task.FromResult(measured.CountOf("handhaving.board.opening{from=resume}") >= 1));

        Assert.True(measured.SumOf("handhaving.board.messages") >= 2);
        Assert.True(measured.CountOf("handhaving.feed.delay") >= 1);
        Assert.True(measured.CountOf("handhaving.commit.duration") >= 1);
    }

    public void Dispose() => measured.Dispose();
}

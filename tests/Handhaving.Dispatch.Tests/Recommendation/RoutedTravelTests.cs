using System.Collections.Concurrent;
using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Recommendation.Ranking;
using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.Dispatch.Recommendation.Travel;
using Handhaving.Dispatch.Units;
using Handhaving.Testing.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Handhaving.Dispatch.Tests.Recommendation;

/// <summary>Travel times of a routing engine over real HTTP: right, late, broken, and for units that no road leads to.</summary>
public sealed class RoutedTravelTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> asked = [];
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly FakeTimeProvider clock = new(Given.Now);
    private WebApplication? engine;
    private Func<HttpContext, Task> answer = _ => Task.CompletedTask;
    private RoutingOptions options = new();

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        options = new() { Url = new($"http://127.0.0.1:{Ports.Free()}/"), BudgetMilliseconds = 150 };
        builder.WebHost.UseUrls(options.Url.ToString());
        engine = builder.Build();
        engine.Run(context =>
        {
            asked.Enqueue(context.Request.Path + context.Request.QueryString);
            return answer(context);
        });
        await engine.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        release.TrySetResult();
        if (engine is not null) await engine.DisposeAsync();
    }

    [Fact]
    public async Task The_best_are_ranked_again_by_what_the_engine_found()
    {
        answer = context => AnswerAsync(context, """{"code":"Ok","durations":[[500.2],[90.9]],"distances":[[4000.4],[1000.6]]}""");

        var ranked = await RankAsync();

        Assert.Equal([("B-2", 91, 1001, TravelSource.Routed), ("B-1", 501, 4000, TravelSource.Routed)], ranked.Picks.Select(pick => (pick.CallSign, pick.TravelSeconds, pick.DistanceMeters, pick.Source)));
        Assert.Contains("2 min rijden (1,0 km) volgens de routeplanner", ranked.Picks[0].Factors);
        Assert.Equal("/table/v1/car/5.7951,50.9413;5.7951,50.9503;5.7951,50.9403?sources=0;1&destinations=2&annotations=duration,distance", Assert.Single(asked));
    }

    [Fact]
    public async Task Each_kind_is_asked_with_a_profile_of_its_own()
    {
        answer = context => AnswerAsync(context, """{"code":"Ok","durations":[[60]],"distances":[[300]]}""");

        await TravelAsync(NewTravel(), Unit("b-1", 50.9413, UnitKind.Foot), Unit("b-2", 50.9503, UnitKind.Bike));

        Assert.Equal(["/table/v1/bike", "/table/v1/foot"], asked.Select(path => string.Join('/', path.Split('/')[..4])).Order());
    }

    [Fact]
    public async Task A_unit_that_no_road_leads_to_is_reckoned_and_says_so()
    {
        answer = context => AnswerAsync(context, """{"code":"Ok","durations":[[null],[90]],"distances":[[null],[1000]]}""");

        var ranked = await RankAsync();

        Assert.Equal([("B-1", TravelSource.NotRouted), ("B-2", TravelSource.Routed)], ranked.Picks.Select(pick => (pick.CallSign, pick.Source)));
        Assert.Contains("ongeveer 1 min rijden (150 m), geschat: de routeplanner gaf geen antwoord", ranked.Picks[0].Factors);
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(200, "{")]
    [InlineData(200, """{"code":"NoTable"}""")]
    [InlineData(200, """{"code":"Ok","durations":[[60]]}""")]
    public async Task An_engine_that_gives_no_table_leaves_travel_as_reckoned(int status, string body)
    {
        answer = context =>
        {
            context.Response.StatusCode = status;
            return AnswerAsync(context, body);
        };

        Assert.Equal([("B-1", TravelSource.NotRouted), ("B-2", TravelSource.NotRouted)], (await RankAsync()).Picks.Select(pick => (pick.CallSign, pick.Source)));
    }

    [Fact]
    public async Task An_engine_that_is_late_is_not_waited_for_and_left_alone_for_a_while()
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        answer = async _ =>
        {
            heard.TrySetResult();
            await release.Task;
        };
        var travel = NewTravel();

        var late = TravelAsync(travel, Unit("b-1", 50.9413));
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(late.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(150));
        Assert.Equal(TravelSource.NotRouted, Assert.Single(await late).Travel.Source);

        answer = context => AnswerAsync(context, """{"code":"Ok","durations":[[60]],"distances":[[300]]}""");
        Assert.Equal(TravelSource.NotRouted, Assert.Single(await TravelAsync(travel, Unit("b-1", 50.9413))).Travel.Source);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(TravelSource.Routed, Assert.Single(await TravelAsync(travel, Unit("b-1", 50.9413))).Travel.Source);
        Assert.Equal(2, asked.Count);
    }

    [Fact]
    public async Task A_caller_that_goes_away_ends_the_question()
    {
        using var gone = new CancellationTokenSource();
        answer = async _ =>
        {
            await gone.CancelAsync();
            await release.Task;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => NewTravel().TravelAsync([Candidate(Unit("b-1", 50.9413))], Fleets.Ask(), gone.Token));
    }

    private static Task AnswerAsync(HttpContext context, string body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    private static (FleetUnit Unit, Fix Fix) Unit(string id, double latitude, UnitKind kind = UnitKind.Car) => (Fleets.Of(Given.Unit(id, kind: kind)), Fleets.Fix(new(latitude, 5.7951)));

    private static Candidate Candidate((FleetUnit Unit, Fix Fix) unit) => Dispatch.Recommendation.Searching.Candidate.Of(Fleets.Ask(), Verdict.Of(unit.Unit, Given.Demand(Given.Parking), 3, Given.Now), unit.Fix, 1);

    private RoutedTravel NewTravel() => new(new RoadRouter(new HttpClient { BaseAddress = options.Url }), options, new RouterRest(options, clock), clock, NullLogger<RoutedTravel>.Instance);

    private static Task<IReadOnlyList<Candidate>> TravelAsync(RoutedTravel travel, params (FleetUnit, Fix)[] units) => travel.TravelAsync([.. units.Select(Candidate)], Fleets.Ask(), TestContext.Current.CancellationToken);

    private async Task<UnitRecommendation> RankAsync()
    {
        var found = await TravelAsync(NewTravel(), Unit("b-1", 50.9413), Unit("b-2", 50.9503));
        return UnitRanking.Rank(Fleets.Ask(), new(found, [], new() { Considered = 2, Free = 2, Interruptible = 0, Foreign = 0, Overridable = 0, Reasons = new Dictionary<RejectionCode, int>() }), Given.Id(9), "centralist-1");
    }
}

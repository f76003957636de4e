using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Positions;

/// <summary>Whose positions are taken from whom, and what stands of it in the audit.</summary>
public sealed class PositionReportTests(DispatchRegion region)
{
    private const string Municipality = "1954";
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task A_crew_reports_where_it_is_itself_and_of_nobody_else()
    {
        var (own, other) = (await desk.OwnUnitAsync(region, Municipality), await desk.OwnUnitAsync(region, Municipality));
        var officer = new Person(region, $"{own.Split('/')[^1]}-1", "boa", [Municipality], []);

        var answer = await ReportAsync(officer, Fix(own), Fix(other));

        Assert.Equal(1, answer.AcceptedCount);
        Assert.Equal((1, "NOT_YOUR_UNIT"), (Assert.Single(answer.Refusals).Index, answer.Refusals[0].Reason));
        Assert.Equal(2, (await ReportAsync(desk, Fix(own, 1), Fix(other, 1))).AcceptedCount);
    }

    [Fact]
    public async Task A_unit_that_signed_on_just_now_is_on_duty_on_every_replica()
    {
        var other = new Person(region, region.Replica(1), "centralist-bl-01", "centralist", ["0965", "0986", Municipality, "0899", "0882"], ["brunssum-landgraaf"]);
        var before = await desk.OwnUnitAsync(region, Municipality);
        await ReportAsync(other, Fix(before)); // this replica has just looked who is on duty

        var unit = await desk.OwnUnitAsync(region, Municipality);

        Assert.Equal(1, (await ReportAsync(other, Fix(unit))).AcceptedCount);
    }

    [Fact]
    public async Task A_clock_that_runs_ahead_shuts_no_true_position_out()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);

        Assert.Equal(1, (await ReportAsync(desk, Fix(unit, 50))).AcceptedCount);
        Assert.InRange((await desk.UnitAsync(unit)).LastFix.FixTime.ToDateTime(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddSeconds(1));
        Assert.Equal(1, (await ReportAsync(desk, Fix(unit))).AcceptedCount);
    }

    [Fact]
    public async Task A_position_that_may_be_anywhere_is_refused()
    {
        var fix = Fix(await desk.OwnUnitAsync(region, Municipality));
        fix.Fix.AccuracyMeters = 1000.5;

        Assert.Equal("TOO_INACCURATE", Assert.Single((await ReportAsync(desk, fix)).Refusals).Reason);
    }

    [Fact]
    public async Task Where_a_crew_was_before_its_duty_is_refused_and_shown_to_nobody()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var longAgo = Fix(unit);
        longAgo.Fix.FixTime = Timestamp.FromDateTime(new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        var answer = await ReportAsync(desk, longAgo, Fix(unit, -7200));

        Assert.Equal((0, 2), (answer.AcceptedCount, answer.Refusals.Count));
        Assert.All(answer.Refusals, refusal => Assert.Equal("BEFORE_DUTY", refusal.Reason));
        Assert.Null((await desk.UnitAsync(unit)).LastFix);
        Assert.Equal(1, (await ReportAsync(desk, Fix(unit))).AcceptedCount);
    }

    [Fact]
    public async Task A_batch_leaves_one_line_that_says_how_much_it_brought()
    {
        var (one, two) = (await OnDutyForAnHourAsync(), await OnDutyForAnHourAsync());
        var officer = new Person(region, $"reporter-{Guid.NewGuid():N}", "partner-simulator", [Municipality], []);

        await ReportAsync(officer, Fix(one, -3), Fix(one, -2), Fix(two, -1), Fix("municipalities/1954/units/nowhere"));
        await ReportAsync(officer, Fix(one, -9)); // older than the last: nothing was taken

        var line = Assert.Single(await LinesAsync(officer));
        Assert.Equal("COLLECT 3 2 00:00:02", line);
    }

    [Fact]
    public async Task A_stream_leaves_one_line_at_its_end()
    {
        var unit = await OnDutyForAnHourAsync();
        var officer = new Person(region, $"reporter-{Guid.NewGuid():N}", "partner-simulator", [Municipality], []);
        using (var stream = officer.Units.StreamPositions(officer.Headers, cancellationToken: TestContext.Current.CancellationToken))
        {
            foreach (var fix in new[] { Fix(unit, -8), Fix(unit, -6), Fix(unit, -4) })
            {
                await stream.RequestStream.WriteAsync(new() { Parent = $"municipalities/{Municipality}", Fixes = { fix } }, TestContext.Current.CancellationToken);
                Assert.True(await stream.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
            }
            Assert.Empty(await LinesAsync(officer));
        }

        await Work.EventuallyAsync(async () => (await LinesAsync(officer)).Length > 0);
        Assert.Equal("COLLECT 3 1 00:00:04", Assert.Single(await LinesAsync(officer)));
    }

    // Seen so by the replica too, which may hold for a second when a unit signed on.
    private async Task<string> OnDutyForAnHourAsync()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        await region.OwnerAsync("update duty set signed_on_at = now() - interval '1 hour' where unit = $1", unit);
        await Work.EventuallyAsync(async () => (await ReportAsync(desk, Fix(unit, -60))).AcceptedCount == 1);
        return unit;
    }

    private Task<string[]> LinesAsync(Person person) => LinesAsync(person.Subject);

    private async Task<string[]> LinesAsync(string subject) => (string[])(await region.OwnerAsync("""
        select coalesce(array_agg(concat_ws(' ', l->>'action', l->>'row_count', l->>'object_count', (l->>'last_at')::timestamptz(0) - (l->>'first_at')::timestamptz(0))), '{}')
        from (select line::jsonb as l from audit_line where tenant = '1954') lines where l->>'actor_id' = $1
        """, subject) ?? Array.Empty<string>());

    private static async Task<V1.ReportPositionsResponse> ReportAsync(Person person, params V1.UnitFix[] fixes) =>
        await person.Units.ReportPositionsAsync(new() { Parent = $"municipalities/{Municipality}", Fixes = { fixes } }, person.Call);

    private static V1.UnitFix Fix(string unit, int second = 0) => new()
    {
        Unit = unit,
        Fix = new() { Position = Work.MarketOf(Municipality), FixTime = Timestamp.FromDateTime(DateTime.UtcNow.AddSeconds(second)), AccuracyMeters = 5 },
    };
}

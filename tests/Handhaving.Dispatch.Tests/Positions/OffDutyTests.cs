using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using StackExchange.Redis;

namespace Handhaving.Dispatch.Tests.Positions;

/// <summary>Where a crew was after its duty is kept nowhere, whatever was under way when it ended.</summary>
public sealed class OffDutyTests(DispatchRegion region)
{
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_position_that_comes_after_the_duty_is_forgotten_while_Redis_is_away_too()
    {
        var person = Person.Centralist(region);
        var (working, home) = (await person.OwnUnitAsync(region, "0971"), await OffDutyAsync(person));
        await using var databases = Open(region.ServiceConnectionString);
        await using var away = await ConnectionMultiplexer.ConnectAsync("127.0.0.1:1,abortConnect=false,connectTimeout=100,syncTimeout=100,asyncTimeout=100");
        var positions = new UnitPositions(TimeSpan.FromSeconds(60));
        foreach (var unit in new[] { working, home }) positions.Take(new UnitName(unit), new(Given.Market, clock.GetUtcNow(), 5, null));
        using var share = new PositionShare(away, positions, new(databases, clock), clock, NullLogger<PositionShare>.Instance);

        await share.StartAsync(TestContext.Current.CancellationToken);
        await Work.EventuallyAsync(() => Task.FromResult(positions.LastOf(new UnitName(home)) is null));
        await share.StopAsync(TestContext.Current.CancellationToken);

        Assert.NotNull(positions.LastOf(new UnitName(working)));
    }

    [Fact]
    public async Task A_read_that_began_before_a_unit_went_off_duty_does_not_bring_its_crew_back()
    {
        var person = Person.Centralist(region);
        var unit = new UnitName(await person.OwnUnitAsync(region, "0971"));
        await using var databases = Open(region.ServiceConnectionString + ";Maximum Pool Size=1");
        var duty = new UnitsOnDuty(databases, clock);

        Task<IReadOnlyDictionary<UnitName, CrewOnDuty>> reading;
        await using (await databases.Service.OpenConnectionAsync(TestContext.Current.CancellationToken))
        {
            reading = duty.OfAsync(unit.Owner, TestContext.Current.CancellationToken);
            duty.Forget(unit.Owner);
        }
        Assert.Contains(unit, (await reading).Keys);
        await person.Units.SignOffUnitAsync(new() { Name = unit.Value, RequestId = Work.NewRequest() }, person.Call);

        Assert.DoesNotContain(unit, (await duty.OfAsync(unit.Owner, TestContext.Current.CancellationToken)).Keys);
    }

    private async Task<string> OffDutyAsync(Person person)
    {
        var unit = await person.OwnUnitAsync(region, "0971");
        await person.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, person.Call);
        return unit;
    }

    private static Databases Open(string connection) => new(NpgsqlDataSource.Create(connection), NpgsqlDataSource.Create(connection));
}

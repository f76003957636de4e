using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Positions;

/// <summary>Positions over a restart: with the cache there, empty, damaged and gone; and what is old is shown as old.</summary>
public sealed class PositionCacheTests(DispatchRegion region)
{
    private const string Key = "handhaving:dispatch:v1:fixes";

    [Fact]
    public async Task A_restarted_replica_knows_what_the_cache_holds_and_nothing_of_what_is_damaged_and_what_the_cache_lost_comes_back()
    {
        var person = Person.Centralist(region);
        var kept = await person.OnDutyAsync("0971", 2);
        var damaged = await person.OnDutyAsync("0971", 3);
        Assert.Equal(1, (await person.Units.ReportPositionsAsync(new() { Parent = "municipalities/0971", Fixes = { FixOf(kept, DateTime.UtcNow) } }, person.Call)).AcceptedCount);
        using var cache = await region.OpenCacheAsync();
        var fixes = cache.GetDatabase();
        await Work.EventuallyAsync(() => fixes.HashExistsAsync(Key, kept));
        foreach (var (field, value) in new[] { (damaged, $$"""{"unit":"{{damaged}}"}"""), ("damaged-1", "{"), ("damaged-2", "null"), ("damaged-3", "\u0000\u0001"), ("damaged-4", """{"fix":{}}""") }) await fixes.HashSetAsync(Key, field, value);

        var restarted = OnReplica(await region.StartFreshReplicaAsync());

        await Work.EventuallyAsync(async () => (await restarted.UnitAsync(kept)).LastFix is not null);
        Assert.Equal((5.77, V1.FixSource.Vehicle, V1.FixState.Fresh), ((await restarted.UnitAsync(kept)).LastFix.Position.Longitude, (await restarted.UnitAsync(kept)).LastFix.Source, (await restarted.UnitAsync(kept)).LastFix.State));
        Assert.Null((await restarted.UnitAsync(damaged)).LastFix);
        Assert.Equal(1, (await restarted.Units.ReportPositionsAsync(new() { Parent = "municipalities/0971", Fixes = { FixOf(damaged, DateTime.UtcNow) } }, restarted.Call)).AcceptedCount);
        foreach (var field in new[] { "damaged-1", "damaged-2", "damaged-3", "damaged-4" }) await fixes.HashDeleteAsync(Key, field);

        await fixes.HashDeleteAsync(Key, kept);
        await Work.EventuallyAsync(() => fixes.HashExistsAsync(Key, kept));
    }

    [Fact]
    public async Task A_position_that_a_unit_off_duty_left_in_the_cache_is_taken_out_and_shown_to_nobody()
    {
        var person = Person.Centralist(region);
        var offDuty = await person.OwnUnitAsync(region, "0971");
        await person.Units.SignOffUnitAsync(new() { Name = offDuty, RequestId = Work.NewRequest() }, person.Call);
        using var cache = await region.OpenCacheAsync();
        var at = DateTimeOffset.UtcNow.ToString("O");
        await cache.GetDatabase().HashSetAsync(Key, offDuty, $$$"""{"unit":"{{{offDuty}}}","fix":{"point":{"latitude":50.97,"longitude":5.77},"at":"{{{at}}}","accuracyMeters":5,"source":"Device"}}""");

        var restarted = OnReplica(await region.StartFreshReplicaAsync());

        await Work.EventuallyAsync(async () => !await cache.GetDatabase().HashExistsAsync(Key, offDuty));
        Assert.Null((await restarted.UnitAsync(offDuty)).LastFix);
    }

    [Fact]
    public async Task Without_a_cache_a_replica_shows_what_it_took_itself()
    {
        var unit = await Person.Centralist(region).OnDutyAsync("0971", 3);
        var alone = OnReplica(await region.StartCutOffReplicaAsync());

        var taken = await alone.Units.ReportPositionsAsync(new() { Parent = "municipalities/0971", Fixes = { FixOf(unit, DateTime.UtcNow) } }, alone.Call);

        Assert.Equal(1, taken.AcceptedCount);
        Assert.NotNull((await alone.UnitAsync(unit)).LastFix);
    }

    [Fact]
    public async Task A_position_that_turns_stale_is_told_to_the_screen_and_a_lower_source_is_refused()
    {
        var person = Person.Centralist(region);
        var unit = await person.OnDutyAsync("0888", 1);
        await region.OwnerAsync("update duty set signed_on_at = now() - interval '1 hour' where unit = $1", unit);
        using var screen = Person.OtherCentralist(region).WatchTeam("westelijke-mijnstreek");
        var hello = await screen.UntilAsync(message => message.Hello is not null);
        await screen.UntilAsync(message => message.EventCase is V1.WatchBoardResponse.EventOneofCase.SnapshotEnd);

        var almost = FixOf(unit, DateTime.UtcNow.AddSeconds(2 - hello.Hello.StaleFixSeconds));
        await person.Units.ReportPositionsAsync(new() { Parent = "municipalities/0888", Fixes = { almost } }, person.Call);
        var said = FixOf(unit, DateTime.UtcNow);
        said.Fix.Source = V1.FixSource.Said;
        var lower = await person.Units.ReportPositionsAsync(new() { Parent = "municipalities/0888", Fixes = { said } }, person.Call);
        var turned = await screen.UntilAsync(message => message.Delta?.Item?.Unit is { LastFix.State: V1.FixState.Stale } one && one.Name == unit);

        Assert.Equal(60, hello.Hello.StaleFixSeconds);
        Assert.Equal("LOWER_PRECEDENCE", Assert.Single(lower.Refusals).Reason);
        Assert.Equal(["unit.last_fix"], turned.Delta.UpdateMask.Paths);
        Assert.Equal(V1.FixState.Stale, (await person.UnitAsync(unit)).LastFix.State);
    }

    private Person OnReplica(GrpcChannel channel) => new(region, channel, "centralist-wm-01", "centralist", ["0888", "0971", "1883"], ["westelijke-mijnstreek"]);

    private static V1.UnitFix FixOf(string unit, DateTime at) =>
        new() { Unit = unit, Fix = new() { Position = new() { Latitude = 50.97, Longitude = 5.77 }, FixTime = Timestamp.FromDateTime(at), AccuracyMeters = 5, Source = V1.FixSource.Vehicle } };
}

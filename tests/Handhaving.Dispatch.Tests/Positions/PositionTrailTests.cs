using Handhaving.Access.V1;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Positions.Collected;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Positions;

/// <summary>A stream that goes on for long is in the audit each minute, and whatever could not be written once is written later.</summary>
public sealed class PositionTrailTests(DispatchRegion region)
{
    private static readonly TenantId Owner = new("0965");
    private readonly FakeTimeProvider clock = new(Given.Now);
    private readonly string subject = $"reporter-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_stream_is_in_the_audit_each_minute_and_at_its_end()
    {
        await using var databases = OpenDatabases(region.ServiceConnectionString);
        await NewTrail(databases).KeepAsync(Call, async tally =>
        {
            foreach (var minute in new[] { 1, 2 })
            {
                tally.Add(Owner, [Fix(minute), Fix(minute + 1)]);
                clock.Advance(TimeSpan.FromMinutes(1));
                await Work.EventuallyAsync(async () => await LinesAsync() == minute);
            }
            clock.Advance(TimeSpan.FromMinutes(1)); // a minute without a position
            tally.Add(Owner, [Fix(9)]);
        });

        Assert.Equal(3L, await LinesAsync());
        Assert.Equal(5L, await region.OwnerAsync("select sum((line::jsonb->>'row_count')::int) from audit_line where line::jsonb->>'actor_id' = $1", subject));
    }

    [Fact]
    public async Task A_stream_that_breaks_leaves_its_line()
    {
        await using var databases = OpenDatabases(region.ServiceConnectionString);
        await Assert.ThrowsAsync<OperationCanceledException>(() => NewTrail(databases).KeepAsync(Call, tally =>
        {
            tally.Add(Owner, [Fix(1)]);
            throw new OperationCanceledException();
        }));

        Assert.Equal(1L, await LinesAsync());
    }

    [Fact]
    public async Task A_line_that_could_not_be_written_is_kept_for_the_next_time()
    {
        var tally = new PositionTally();
        tally.Add(Owner, [Fix(1)]);
        await using (var away = OpenDatabases("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=1"))
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => NewTrail(away).WriteAsync(Call, tally, TestContext.Current.CancellationToken));
        tally.Add(Owner, [Fix(2)]);

        await using var databases = OpenDatabases(region.ServiceConnectionString);
        await NewTrail(databases).WriteAsync(Call, tally, TestContext.Current.CancellationToken);

        Assert.Equal(2L, await LinesAsync());
    }

    private Call Call => new(
        new Caller(subject, "test", "token-1", new HashSet<string> { "partner-simulator" }, new HashSet<TenantId> { Owner }, Given.Now.AddHours(1)),
        new MethodRule(V1.UnitService.Descriptor.FindMethodByName("StreamPositions"), V1.UnitService.Descriptor.FindMethodByName("StreamPositions").GetOptions().GetExtension(AccessExtensions.Access)),
        null, "handhaving.dispatch.v1.UnitService/StreamPositions", "partner-simulator", "0af7651916cd43dd8448eb211c80319c", "ipv4:127.0.0.1:5000", null);

    private static (UnitName, Fix) Fix(int second) => (new UnitName("municipalities/0965/units/b-1"), new Fix(Given.Market, Given.Now.AddSeconds(second), 5, null));

    private static Databases OpenDatabases(string connection) => new(NpgsqlDataSource.Create(connection), NpgsqlDataSource.Create(connection));

    private PositionTrail NewTrail(Databases databases) => new(databases, clock, NullLogger<PositionTrail>.Instance);

    private async Task<long> LinesAsync() => (long)(await region.OwnerAsync("select count(*) from audit_line where line::jsonb->>'actor_id' = $1", subject) ?? 0L);
}

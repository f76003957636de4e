using System.Text.Json;
using System.Threading.Channels;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;
using Npgsql;
using StackExchange.Redis;

namespace Handhaving.Dispatch.Positions;

/// <summary>Shares last positions between replicas through Redis and keeps them over a restart. Redis may be away, empty or wrong at any time: then each replica shows what it took itself.</summary>
public sealed partial class PositionShare(IConnectionMultiplexer redis, UnitPositions positions, UnitsOnDuty duty, TimeProvider clock, ILogger<PositionShare> logger) : BackgroundService
{
    private const string Key = "handhaving:dispatch:v1:fixes";

    // A message that was sent while a subscription was broken is mended by comparing.
    private static readonly TimeSpan CatchUpInterval = TimeSpan.FromSeconds(10);
    private static readonly RedisChannel Topic = RedisChannel.Literal("handhaving:dispatch:v1:fixes");
    private readonly Channel<IReadOnlyList<(UnitName Unit, Fix Fix)>> outgoing =
        Channel.CreateBounded<IReadOnlyList<(UnitName, Fix)>>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Send(IReadOnlyList<(UnitName Unit, Fix Fix)> taken)
    {
        if (taken.Count > 0) outgoing.Writer.TryWrite(taken);
    }

    /// <summary>Takes a unit's position out of Redis, without waiting: an entry that stays behind while Redis is away is taken out when it is back.</summary>
    public void Forget(UnitName unit)
    {
        try
        {
            redis.GetDatabase().HashDelete(Key, unit.Value, CommandFlags.FireAndForget);
        }
        catch (RedisException failure)
        {
            LogAway(failure.GetType().Name);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listening = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ForgetOffDutyAsync(stoppingToken); // first: whether or not Redis answers
                if (!listening) (await redis.GetSubscriber().SubscribeAsync(Topic)).OnMessage(message => Take(message.Message));
                listening = true;
                await CatchUpAsync(stoppingToken);
                await SendForAsync(CatchUpInterval, stoppingToken);
            }
            catch (Exception failure) when (failure is RedisException or TimeoutException)
            {
                LogAway(failure.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                LogUnchecked(failure.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task SendForAsync(TimeSpan interval, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        end.CancelAfter(interval);
        try
        {
            while (true) await SendAsync(await outgoing.Reader.ReadAsync(end.Token));
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // time to compare
        }
    }

    // Takes what is newer there, and gives what is newer here: after a start, after an absence, and whatever a broken connection swallowed.
    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        var stored = (await redis.GetDatabase().HashGetAllAsync(Key)).ToDictionary(entry => entry.Name.ToString(), entry => entry.Value);
        foreach (var unit in await duty.OffDutyAsync(stored.Keys.Select(UnitName.Parse).OfType<UnitName>(), cancellation))
        {
            stored.Remove(unit.Value);
            positions.Forget(unit);
            Forget(unit);
        }
        foreach (var value in stored.Values) Take(value);
        var missed = positions.All.Where(known => !stored.TryGetValue(known.Key.Value, out var value) || value != Write(known.Key, known.Value)).Select(known => (known.Key, known.Value)).ToList();
        if (missed.Count > 0) await SendAsync(missed);
    }

    // A position that was under way when its unit went off duty comes after it was forgotten.
    private async Task ForgetOffDutyAsync(CancellationToken cancellation)
    {
        foreach (var unit in await duty.OffDutyAsync(positions.All.Select(known => known.Key), cancellation)) positions.Forget(unit);
    }

    private async Task SendAsync(IReadOnlyList<(UnitName Unit, Fix Fix)> taken)
    {
        var entries = taken.Select(pair => new HashEntry(pair.Unit.Value, Write(pair.Unit, pair.Fix))).ToArray();
        var database = redis.GetDatabase();
        await database.HashSetAsync(Key, entries);
        foreach (var entry in entries) await database.PublishAsync(Topic, entry.Value);
    }

    private void Take(RedisValue value)
    {
        try
        {
            if (JsonSerializer.Deserialize<Shared>(value.ToString(), MessageJson.Options) is { Unit: { } name, Fix: { } fix } && UnitName.Parse(name) is { } unit && FixRules.ProblemOf(fix, null, clock.GetUtcNow()) is null)
                positions.Take(unit, fix);
            else LogDamaged();
        }
        catch (JsonException)
        {
            LogDamaged();
        }
    }

    private static string Write(UnitName unit, Fix fix) => JsonSerializer.Serialize(new Shared(unit.Value, fix), MessageJson.Options);

    private sealed record Shared(string? Unit, Fix? Fix);

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "Redis is away ({Failure}); positions are not shared between replicas for now")]
    private partial void LogAway(string failure);

    [LoggerMessage(EventId = 2105, Level = LogLevel.Warning, Message = "The database is away ({Failure}); positions of units that went off duty are looked for later")]
    private partial void LogUnchecked(string failure);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "A shared position could not be read and was left out")]
    private partial void LogDamaged();
}

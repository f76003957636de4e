using System.Text.Json;
using System.Threading.Channels;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;
using StackExchange.Redis;

namespace Handhaving.Dispatch.Positions;

/// <summary>Shares last positions between replicas through Redis and keeps them over a restart. Redis may be away, empty or wrong at any time: then each replica shows what it took itself.</summary>
public sealed partial class PositionShare(IConnectionMultiplexer redis, UnitPositions positions, ILogger<PositionShare> logger) : BackgroundService
{
    private const string Key = "handhaving:dispatch:v1:fixes";
    private static readonly RedisChannel Topic = RedisChannel.Literal("handhaving:dispatch:v1:fixes");
    private readonly Channel<IReadOnlyList<(UnitName Unit, Fix Fix)>> outgoing =
        Channel.CreateBounded<IReadOnlyList<(UnitName, Fix)>>(new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Send(IReadOnlyList<(UnitName Unit, Fix Fix)> taken)
    {
        if (taken.Count > 0) outgoing.Writer.TryWrite(taken);
    }

    /// <summary>Takes a unit's position out of Redis, without waiting: an entry that stays behind while Redis is away is older than the unit's next sign-on and not shown.</summary>
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
                if (!listening) await ListenAsync();
                listening = true;
                await SendAsync(await outgoing.Reader.ReadAsync(stoppingToken));
            }
            catch (Exception failure) when (failure is RedisException or TimeoutException)
            {
                LogAway(failure.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task ListenAsync()
    {
        (await redis.GetSubscriber().SubscribeAsync(Topic)).OnMessage(message => Take(message.Message));
        foreach (var entry in await redis.GetDatabase().HashGetAllAsync(Key)) Take(entry.Value);
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
            if (JsonSerializer.Deserialize<Shared>(value.ToString(), MessageJson.Options) is { } shared && UnitName.Parse(shared.Unit) is { } unit) positions.Take(unit, shared.Fix);
        }
        catch (JsonException)
        {
            LogDamaged();
        }
    }

    private static string Write(UnitName unit, Fix fix) => JsonSerializer.Serialize(new Shared(unit.Value, fix), MessageJson.Options);

    private sealed record Shared(string Unit, Fix Fix);

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "Redis is away ({Failure}); positions are not shared between replicas for now")]
    private partial void LogAway(string failure);

    [LoggerMessage(EventId = 2102, Level = LogLevel.Warning, Message = "A shared position could not be read and was left out")]
    private partial void LogDamaged();
}

using Handhaving.ServiceDefaults.Bus;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>A message claimed from the outbox.</summary>
public sealed record ClaimedMessage(long Id, Guid MessageId, string Tenant, string Aggregate, string Type, string Body, string? Traceparent, long LeaseNumber, DateTimeOffset StoredAt);

/// <summary>Publishes what the outbox holds: claims rows in short leases, publishes outside any transaction, then marks them sent. Two relays may run; a crash between publishing and marking resends under the same message id.</summary>
public sealed partial class Relay(Databases databases, CommitSignal signal, MessagePublisher publisher, TimeProvider clock, ILogger<Relay> logger) : BackgroundService
{
    private const int BatchSize = 500;
    private const int ReturnsBeforeAlarm = 3;

    // Shorter than a lease by more than one publish may take: nobody else takes what is still being published here.
    private static readonly TimeSpan LongestStep = TimeSpan.FromSeconds(6);

    // Under load what is committed meanwhile shares the next claim, which costs two commits whatever it finds; a lone fact waits for nobody.
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (wake, isAway) = (signal.Listen(), false);
        await publisher.WaitUntilReadyAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await StepAsync(stoppingToken) == BatchSize) { }
                if (isAway) LogBack();
                isAway = false;
                await Task.Delay(Breath, stoppingToken);
                await wake.WaitAsync(Poll, stoppingToken);
            }
            catch (Exception failure) when (failure is NpgsqlException or TimeoutException)
            {
                if (!isAway) LogAway(failure.GetType().Name);
                isAway = true;
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private async Task<int> StepAsync(CancellationToken cancellation)
    {
        var began = clock.GetTimestamp();
        var claimed = await ClaimAsync(cancellation);
        if (claimed.Count == 0) return 0;
        // In order within an aggregate: the first that fails keeps those after it back.
        var outcomes = await Task.WhenAll(claimed.GroupBy(message => message.Aggregate).Select(group => PublishAsync([.. group], began, cancellation)));
        var sent = outcomes.SelectMany(outcome => outcome).ToList();
        await MarkAsync(sent, claimed, cancellation);
        Meters.OutboxSent.Add(sent.Count);
        Meters.OutboxFailed.Add(claimed.Count - sent.Count);
        foreach (var message in sent) Meters.OutboxDelay.Record((clock.GetUtcNow() - message.StoredAt).TotalSeconds);
        return sent.Count == claimed.Count ? claimed.Count : 0;
    }

    private async Task<List<ClaimedMessage>> PublishAsync(IReadOnlyList<ClaimedMessage> messages, long began, CancellationToken cancellation)
    {
        List<ClaimedMessage> sent = [];
        foreach (var message in messages)
        {
            if (clock.GetElapsedTime(began) > LongestStep) break;
            try
            {
                await publisher.PublishAsync(message, cancellation);
                sent.Add(message);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                LogNotConfirmed(failure, message.MessageId, message.Type);
                break;
            }
        }
        return sent;
    }

    // One relay claims at a time, for the milliseconds that takes, and takes a fact only together with all that its aggregate still has before it:
    // what another relay holds, or is marking just now, holds back what comes after. Leases run by the database's clock; lease_number fences a
    // relay that slept too long. Each step looks at the candidates alone, so a long backlog costs no more than a short one.
    private async Task<List<ClaimedMessage>> ClaimAsync(CancellationToken cancellation)
    {
        await using var connection = await databases.Relay.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var command = new NpgsqlCommand($"""
            with turn as materialized (select pg_try_advisory_xact_lock(hashtext('outbox claim')) as mine),
            candidates as materialized (
              select o.id, o.aggregate from outbox o, turn
              where turn.mine and o.sent_at is null and (o.lease_until is null or o.lease_until < now())
              order by o.id limit {BatchSize} for update of o skip locked),
            placed as (select id, aggregate, row_number() over (partition by aggregate order by id) as place from candidates),
            claimable as (
              select p.id from placed p
              cross join lateral (select count(*) as waiting from outbox e where e.aggregate = p.aggregate and e.id <= p.id and e.sent_at is null) unsent
              where unsent.waiting = p.place)
            update outbox o set lease_until = now() + interval '10 seconds', lease_number = o.lease_number + 1
            from claimable c where o.id = c.id
            returning o.id, o.message_id, o.tenant, o.aggregate, o.type, o.body, o.traceparent, o.lease_number, o.created_at
            """, connection, transaction);
        List<ClaimedMessage> messages = [];
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation))
                messages.Add(new(reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.IsDBNull(6) ? null : reader.GetString(6), reader.GetInt64(7), reader.GetFieldValue<DateTimeOffset>(8)));
        await transaction.CommitAsync(cancellation);
        return [.. messages.OrderBy(message => message.Id)];
    }

    private async Task MarkAsync(IReadOnlyList<ClaimedMessage> sent, IReadOnlyList<ClaimedMessage> claimed, CancellationToken cancellation)
    {
        var confirmed = sent.Select(message => message.Id).ToHashSet();
        await using var command = databases.Relay.CreateCommand("""
            update outbox o set sent_at = case when r.sent then now() end, lease_until = null, return_count = o.return_count + case when r.sent then 0 else 1 end
            from unnest($1, $2, $3) as r (id, lease_number, sent) where o.id = r.id and o.lease_number = r.lease_number and o.sent_at is null
            returning o.message_id, o.type, o.sent_at is null and o.return_count >= $4
            """);
        command.Parameters.Add(new() { Value = claimed.Select(message => message.Id).ToArray() });
        command.Parameters.Add(new() { Value = claimed.Select(message => message.LeaseNumber).ToArray() });
        command.Parameters.Add(new() { Value = claimed.Select(message => confirmed.Contains(message.Id)).ToArray() });
        command.Parameters.Add(new() { Value = ReturnsBeforeAlarm });
        List<(Guid Id, string Type)> returned = [];
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation))
                if (reader.GetBoolean(2)) returned.Add((reader.GetGuid(0), reader.GetString(1)));
        if (returned.Count > 0) LogReturned(returned.Count, ReturnsBeforeAlarm, returned[0].Id, returned[0].Type);
    }

    [LoggerMessage(EventId = 1503, Level = LogLevel.Error, Message = "{Count} messages were not confirmed {Times} times or more and stay in the outbox, among them {MessageId} of {Type}")]
    private partial void LogReturned(int count, int times, Guid messageId, string type);

    [LoggerMessage(EventId = 1501, Level = LogLevel.Warning, Message = "The outbox cannot be read ({Failure}); messages wait")]
    private partial void LogAway(string failure);

    [LoggerMessage(EventId = 1504, Level = LogLevel.Information, Message = "The outbox is read again")]
    private partial void LogBack();

    [LoggerMessage(EventId = 1502, Level = LogLevel.Warning, Message = "Message {MessageId} of {Type} was not confirmed and stays in the outbox")]
    private partial void LogNotConfirmed(Exception failure, Guid messageId, string type);
}

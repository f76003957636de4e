using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Positions.Collected;

/// <summary>Writes what was collected of positions into the chains of the units' owners: a line per batch, and of a stream one each minute and at its end; a line per position would drown all others.</summary>
public sealed partial class PositionTrail(Databases databases, TimeProvider clock, ILogger<PositionTrail> logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LastWriteTakes = TimeSpan.FromSeconds(5);

    /// <summary>Writes what a tally holds.</summary>
    public async Task WriteAsync(Call call, PositionTally tally, CancellationToken cancellation)
    {
        foreach (var entry in tally.Close(call, clock.GetUtcNow()))
        {
            await AppendAsync(entry.Owner, entry.Line, cancellation);
            tally.Written(entry);
        }
    }

    /// <summary>Keeps the tally of a stream as long as it lasts, however it ends.</summary>
    /// <param name="stream">Takes positions and adds them to the tally.</param>
    public async Task KeepAsync(Call call, Func<PositionTally, Task> stream)
    {
        var tally = new PositionTally();
        using var end = new CancellationTokenSource();
        var minutes = WriteEachMinuteAsync(call, tally, end.Token);
        try
        {
            await stream(tally);
        }
        finally
        {
            await end.CancelAsync();
            await minutes;
            await WriteLastAsync(call, tally);
        }
    }

    private async Task WriteEachMinuteAsync(Call call, PositionTally tally, CancellationToken end)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await NextAsync(timer, end))
        {
            try
            {
                await WriteAsync(call, tally, CancellationToken.None); // a line that is begun is not cut off by the end
            }
            catch (NpgsqlException away)
            {
                LogLater(away, call.Operation);
            }
        }
    }

    // The stream may have ended because its caller or this process goes away: not by its token.
    private async Task WriteLastAsync(Call call, PositionTally tally)
    {
        using var limit = new CancellationTokenSource(LastWriteTakes);
        try
        {
            await WriteAsync(call, tally, limit.Token);
        }
        catch (Exception lost) when (lost is NpgsqlException or OperationCanceledException)
        {
            LogLost(lost, call.Operation, call.TraceId);
            throw;
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken end)
    {
        try
        {
            return await timer.WaitForNextTickAsync(end);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task AppendAsync(TenantId owner, AuditLine line, CancellationToken cancellation)
    {
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { TenantScope.Of(owner).Command(), AuditTrail.Append(owner, [line]) } };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(EventId = 2103, Level = LogLevel.Warning, Message = "The audit line of {Operation} could not be written and is tried again in a minute")]
    private partial void LogLater(Exception failure, string operation);

    [LoggerMessage(EventId = 2104, Level = LogLevel.Error, Message = "The last audit line of {Operation} in trace {TraceId} could not be written")]
    private partial void LogLost(Exception failure, string operation, string traceId);
}

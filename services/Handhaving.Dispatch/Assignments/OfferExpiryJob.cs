using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Ends offers that were not answered in time, every two seconds; several replicas may sweep, the version decides.</summary>
public sealed partial class OfferExpiryJob(Databases databases, IncidentWriter incidents, TimeProvider clock, ILogger<OfferExpiryJob> logger) : BackgroundService
{
    private const string Operation = "handhaving.dispatch.OfferExpiryJob";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (NpgsqlException failure)
            {
                LogPostponed(failure.GetType().Name);
            }
        }
    }

    /// <summary>Ends each offer whose time is over.</summary>
    public async Task SweepAsync(CancellationToken cancellation)
    {
        foreach (var name in await OverdueAsync(cancellation))
        {
            try
            {
                await incidents.WriteAsync(Operation, name.Incident, desk => new(desk.Existing().Expire(name, new Act("system", clock.GetUtcNow())), name), cancellation);
            }
            catch (RuleBroken answered) when (answered.Rule == AssignmentRules.Transition)
            {
                LogAnswered(name.Id);
            }
        }
    }

    private async Task<List<AssignmentName>> OverdueAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select tenant, incident, id from assignment where state = 1 and expires_at <= $1 order by expires_at limit 100");
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<AssignmentName> names = [];
        while (await reader.ReadAsync(cancellation)) names.Add(new(new IncidentName(reader.GetString(0), reader.GetGuid(1)), reader.GetGuid(2)));
        return names;
    }

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "The sweep of offers waits for its next turn ({Failure})")]
    private partial void LogPostponed(string failure);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Debug, Message = "Offer {Assignment} was answered just before it ended")]
    private partial void LogAnswered(Guid assignment);
}

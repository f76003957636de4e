using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Jobs;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Ends offers that were not answered in time, every two seconds; several replicas may sweep, the version decides.</summary>
public sealed partial class OfferExpiryJob(Databases databases, IncidentWriter incidents, TimeProvider clock, ILogger<OfferExpiryJob> logger) : SweepJob(TimeSpan.FromSeconds(2), clock, logger)
{
    private const string Operation = "handhaving.dispatch.OfferExpiryJob";

    /// <summary>Ends each offer whose time is over.</summary>
    public override async Task SweepAsync(CancellationToken cancellation) => await EachAsync(await OverdueAsync(cancellation), async name =>
    {
        try
        {
            await incidents.WriteAsync(Operation, name.Incident, desk => new(desk.Existing().Expire(name, desk.ActOf("system") with { IsOfTime = true }), name), cancellation);
        }
        catch (RuleBroken answered) when (answered.Rule == AssignmentRules.Transition)
        {
            LogAnswered(name.Id);
        }
    });

    private async Task<List<AssignmentName>> OverdueAsync(CancellationToken cancellation)
    {
        await using var command = databases.Relay.CreateCommand("select tenant, incident, id from assignment where state = 1 and expires_at <= $1 order by expires_at limit 100");
        command.Parameters.Add(new() { Value = Clock.GetUtcNow() });
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<AssignmentName> names = [];
        while (await reader.ReadAsync(cancellation)) names.Add(new(new IncidentName(reader.GetString(0), reader.GetGuid(1)), reader.GetGuid(2)));
        return names;
    }

    [LoggerMessage(EventId = 2002, Level = LogLevel.Debug, Message = "Offer {Assignment} was answered just before it ended")]
    private partial void LogAnswered(Guid assignment);
}

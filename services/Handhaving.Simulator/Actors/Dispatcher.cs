using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Geo.V1;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors;

/// <summary>An incident offered to one of our units.</summary>
public sealed record Offer(string Key, Assignment Assignment, FieldUnit Unit);

/// <summary>The people at the desks: record reports, offer them to the best unit, close what is handled.</summary>
public sealed class Dispatcher(Platform platform, Intentions intentions, Fleet fleet, SimulationClock clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenLooksReal = TimeSpan.FromMilliseconds(200);

    /// <summary>Records a report; the reporter called when its entry began.</summary>
    public async Task<Incident> ReportAsync(ReportPlan plan, CancellationToken cancellation)
    {
        var call = intentions.To("ReportIncident", $"{plan.Number}");
        var mark = intentions.MarkOf(plan.Number);
        var request = new ReportIncidentRequest
        {
            Parent = $"municipalities/{plan.Neighbourhood.Municipality}",
            RequestId = call.RequestId,
            Incident = new()
            {
                Source = plan.Source,
                Type = plan.Kind.Code,
                Priority = plan.Priority,
                Description = $"{plan.Kind.Text} {mark}",
                ReportTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(clock.RealTimeBefore(plan.Entry)),
                Location = new()
                {
                    Position = new Position { Latitude = plan.Place.Latitude, Longitude = plan.Place.Longitude },
                    AccuracyMeters = 50,
                    Description = plan.Neighbourhood.Name,
                },
            },
        };
        var answer = await platform.Caller.SendAsync(
            call, new Effect(Effect.Reported, mark), options => platform.Incidents.ReportIncidentAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
        return answer.Incident;
    }

    /// <summary>Looks for a unit until one has the offer; null when the evening ends before one is found.</summary>
    public async Task<Offer?> OfferAsync(string incident, string key, CancellationToken cancellation)
    {
        for (var look = 1; ; look++)
        {
            if (await TryPicksAsync(incident, $"{key}/{look}", cancellation) is { } offer)
                return offer;
            if (clock.Draining)
                return null;
            await clock.PassAsync(BetweenLooks, cancellation, BetweenLooksReal);
        }
    }

    /// <summary>Takes an offer back that was not answered. Refused when it has just expired, which comes to the same.</summary>
    public async Task WithdrawAsync(Offer offer, CancellationToken cancellation)
    {
        var call = intentions.To("WithdrawAssignment", offer.Key);
        var request = new WithdrawAssignmentRequest { Name = offer.Assignment.Name, Reason = "Geen antwoord van de eenheid.", RequestId = call.RequestId };
        await platform.Caller.SendAsync(
            call, offer.ToEffect(Effect.Withdrawn), options => platform.Assignments.WithdrawAssignmentAsync(request, options),
            answer => answer.Incident.ToChange(), cancellation);
    }

    /// <summary>Records the outcome of an incident that no unit could take.</summary>
    public async Task<Incident> SettleAsync(string incident, string key, CancellationToken cancellation)
    {
        var seen = await platform.GetIncidentAsync(incident, cancellation);
        var call = intentions.To("RecordDisposition", key);
        var request = new RecordDispositionRequest { Name = incident, Etag = seen.Etag, Disposition = Dispositions.Usual, RequestId = call.RequestId };
        var answer = await platform.Caller.SendAsync(
            call, null, options => platform.Incidents.RecordDispositionAsync(request, options), answer => answer.Incident.ToChange(), cancellation);
        return answer.Incident;
    }

    /// <summary>Closes a handled incident; when somebody changed it meanwhile, reads it again and closes that.</summary>
    public async Task CloseAsync(Incident handled, string key, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var call = intentions.To("CloseIncident", $"{key}/{attempt}");
            var request = new CloseIncidentRequest { Name = handled.Name, Etag = handled.Etag, RequestId = call.RequestId };
            try
            {
                await platform.Caller.SendAsync(
                    call, new Effect(Effect.Closed, handled.Name), options => platform.Incidents.CloseIncidentAsync(request, options),
                    answer => answer.Incident.ToChange(), cancellation);
                return;
            }
            catch (RefusedException refused) when (refused.Code == StatusCode.Aborted && attempt < 3)
            {
                handled = await platform.GetIncidentAsync(handled.Name, cancellation);
            }
        }
    }

    private async Task<Offer?> TryPicksAsync(string incident, string key, CancellationToken cancellation)
    {
        var ask = new RecommendUnitsRequest { Name = incident, Limit = 10 };
        var advice = await platform.Caller.AskAsync("RecommendUnits", options => platform.Incidents.RecommendUnitsAsync(ask, options), cancellation);
        foreach (var unit in advice.Picks.Select(pick => fleet.Find(pick.Unit)).OfType<FieldUnit>())
        {
            var seen = await platform.GetIncidentAsync(incident, cancellation);
            if (await TryAssignAsync(seen, unit, $"{key}/{unit.Name}", cancellation) is { } offer)
                return offer;
        }
        return null;
    }

    /// <summary>Null when the unit went to another incident or the incident changed since it was read: the next pick is tried then.</summary>
    private async Task<Offer?> TryAssignAsync(Incident seen, FieldUnit unit, string key, CancellationToken cancellation)
    {
        var call = intentions.To("AssignUnit", key);
        var request = new AssignUnitRequest { Parent = seen.Name, Unit = unit.Name, Etag = seen.Etag, RequestId = call.RequestId };
        try
        {
            var answer = await platform.Caller.SendAsync(
                call, new Effect(Effect.Offered, seen.Name, unit.Name), options => platform.Assignments.AssignUnitAsync(request, options),
                answer => answer.Incident.ToChange(), cancellation);
            return new(key, answer.Assignment, unit);
        }
        catch (RefusedException refused) when (refused.Code == StatusCode.Aborted || refused.Reason.StartsWith("UNIT_", StringComparison.Ordinal))
        {
            return null;
        }
    }
}

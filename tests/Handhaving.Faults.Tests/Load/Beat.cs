using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Actors;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Wire;
using Handhaving.Testing;

namespace Handhaving.Faults.Tests.Load;

/// <summary>One desk with one unit: signs it on, then reports, assigns, accepts, drives, arrives, clears and closes, one incident after another.</summary>
internal sealed class Beat(Simulator.Wire.Platform platform, Intentions intentions, Pulse pulse, Post post, int lane)
{
    private const int LongestLane = 100_000;

    /// <summary>Works until told to stop, ends the incident at hand and signs the unit off.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken cancellation)
    {
        await SignOnAsync(cancellation);
        for (var number = 1; !stop.IsCancellationRequested; number++) await WorkAsync(lane * LongestLane + number, cancellation);
        await SignOffAsync(cancellation);
    }

    private async Task WorkAsync(int number, CancellationToken cancellation)
    {
        var incident = await ReportAsync(number, cancellation);
        for (var attempt = 1; incident.State is not IncidentState.Handled; attempt++) incident = await TryAsync(incident, $"{number}/{attempt}", cancellation);
        var close = new CloseIncidentRequest { Name = incident.Name, Etag = incident.Etag };
        await SendAsync(intentions.To("CloseIncident", $"{number}"), new(Effect.Closed, incident.Name), id => close.RequestId = id, options => platform.Incidents.CloseIncidentAsync(close, options), answer => answer.Incident, cancellation);
    }

    /// <summary>From an offer to cleared. An offer that ended while the platform was away is refused then, and made again; it holds the unit until the sweep comes by, which changes the incident too.</summary>
    private async Task<Incident> TryAsync(Incident incident, string key, CancellationToken cancellation)
    {
        try
        {
            var assign = new AssignUnitRequest { Parent = incident.Name, Unit = post.Unit, Etag = incident.Etag };
            var offer = (await SendAsync(intentions.To("AssignUnit", key), Step(incident, Effect.Offered), id => assign.RequestId = id, options => platform.Assignments.AssignUnitAsync(assign, options), answer => answer.Incident, cancellation)).Assignment;
            var accept = new AcceptAssignmentRequest { Name = offer.Name };
            await SendAsync(intentions.To("AcceptAssignment", key), Step(incident, Effect.Accepted), id => accept.RequestId = id, options => platform.Assignments.AcceptAssignmentAsync(accept, options), answer => answer.Incident, cancellation);
            await StatusAsync(incident, offer, AssignmentState.EnRoute, Effect.EnRoute, key, cancellation);
            await StatusAsync(incident, offer, AssignmentState.OnScene, Effect.OnScene, key, cancellation);
            var clear = new ClearAssignmentRequest { Name = offer.Name, Disposition = "warning" };
            return (await SendAsync(intentions.To("ClearAssignment", key), Step(incident, Effect.Cleared), id => clear.RequestId = id, options => platform.Assignments.ClearAssignmentAsync(clear, options), answer => answer.Incident, cancellation)).Incident;
        }
        catch (RefusedException refused) when (refused.Reason is "OFFER_EXPIRED" or "TRANSITION_NOT_ALLOWED" or "ETAG_MISMATCH" || (refused.Reason is "UNIT_ALREADY_ASSIGNED" && refused.InnerException?.Message.Contains(incident.Name, StringComparison.Ordinal) is true))
        {
            return await platform.GetIncidentAsync(incident.Name, cancellation);
        }
    }

    private async Task<Incident> ReportAsync(int number, CancellationToken cancellation)
    {
        var mark = intentions.MarkOf(number);
        var (latitude, longitude) = Markets.Of(post.Municipality);
        var report = new ReportIncidentRequest
        {
            Parent = $"municipalities/{post.Municipality}",
            Incident = new() { Source = IncidentSource.Phone, Type = "parking.nuisance", Priority = 3, Description = mark, Location = new() { Position = new() { Latitude = latitude, Longitude = longitude } } },
        };
        return (await SendAsync(intentions.To("ReportIncident", $"{number}"), new(Effect.Reported, mark), id => report.RequestId = id, options => platform.Incidents.ReportIncidentAsync(report, options), answer => answer.Incident, cancellation)).Incident;
    }

    private async Task StatusAsync(Incident incident, Assignment offer, AssignmentState state, string step, string key, CancellationToken cancellation)
    {
        var status = new ReportStatusRequest { Name = offer.Name, State = state };
        await SendAsync(intentions.To("ReportStatus", $"{key}/{state}"), Step(incident, step), id => status.RequestId = id, options => platform.Assignments.ReportStatusAsync(status, options), answer => answer.Incident, cancellation);
    }

    private async Task SignOnAsync(CancellationToken cancellation)
    {
        var signOn = new SignOnUnitRequest { Name = post.Unit, Crew = { post.Crew.Select(officer => new CrewMember { Officer = officer }) } };
        await SendAsync(intentions.To("SignOnUnit", post.Unit), new("UnitSignedOn", post.Unit), id => signOn.RequestId = id, options => platform.Units.SignOnUnitAsync(signOn, options), _ => null, cancellation);
    }

    private async Task SignOffAsync(CancellationToken cancellation)
    {
        var signOff = new SignOffUnitRequest { Name = post.Unit };
        await SendAsync(intentions.To("SignOffUnit", post.Unit), new("UnitSignedOff", post.Unit), id => signOff.RequestId = id, options => platform.Units.SignOffUnitAsync(signOff, options), _ => null, cancellation);
    }

    private Effect Step(Incident incident, string step) => new(step, incident.Name, post.Unit);

    private async Task<TAnswer> SendAsync<TAnswer>(Intention intention, Effect effect, Action<string> stamp, Try<TAnswer> attempt, Func<TAnswer, Incident?> incident, CancellationToken cancellation)
    {
        await pulse.DueAsync(cancellation);
        stamp(intention.RequestId);
        var asked = DateTimeOffset.UtcNow;
        var answer = await platform.Caller.SendAsync(intention, effect, attempt, given => incident(given)?.ToChange(), cancellation);
        pulse.Beat(asked);
        return answer;
    }
}

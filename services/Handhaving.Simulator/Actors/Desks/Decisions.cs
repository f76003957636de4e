using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Actors.Desks;

/// <summary>What a desk decides about an incident itself: set aside, taken up, called off, settled, closed, reopened.</summary>
public sealed class Decisions(Platform platform, Intentions intentions, SimulationClock clock)
{
    private const int MostAttempts = 3;

    /// <summary>Beyond any pause of the play, so that the desk takes it up and not the platform's timer.</summary>
    private static readonly TimeSpan ReviewAfter = TimeSpan.FromHours(12);

    /// <summary>Sets planned work aside.</summary>
    public Task<Incident> HoldAsync(Incident incident, string key, CancellationToken cancellation) => DecideAsync(incident, "HoldIncident", Effect.Held, key, (seen, call) =>
    {
        var until = Timestamp.FromDateTimeOffset(clock.Time.GetUtcNow() + ReviewAfter);
        var request = new HoldIncidentRequest { Name = seen.Name, Etag = seen.Etag, Kind = HoldKind.Review, UntilTime = until, Reason = "Gepland werk.", RequestId = call.RequestId };
        return Attempt(options => platform.Incidents.HoldIncidentAsync(request, options), answer => answer.Incident);
    }, cancellation);

    /// <summary>Takes up what was set aside.</summary>
    public Task<Incident> ReleaseAsync(Incident incident, string key, CancellationToken cancellation) => DecideAsync(incident, "ReleaseIncident", Effect.Released, key, (seen, call) =>
    {
        var request = new ReleaseIncidentRequest { Name = seen.Name, Etag = seen.Etag, Reason = "Nu aan de beurt.", RequestId = call.RequestId };
        return Attempt(options => platform.Incidents.ReleaseIncidentAsync(request, options), answer => answer.Incident);
    }, cancellation);

    /// <summary>Calls an incident off.</summary>
    public Task<Incident> CancelAsync(Incident incident, string reason, string key, CancellationToken cancellation) => DecideAsync(incident, "CancelIncident", Effect.Cancelled, key, (seen, call) =>
    {
        var request = new CancelIncidentRequest { Name = seen.Name, Etag = seen.Etag, Reason = reason, RequestId = call.RequestId };
        return Attempt(options => platform.Incidents.CancelIncidentAsync(request, options), answer => answer.Incident);
    }, cancellation);

    /// <summary>Records the outcome of an incident that no unit could take; offers may have changed it since it was seen.</summary>
    public async Task<Incident> SettleAsync(Incident incident, string disposition, string key, CancellationToken cancellation)
    {
        var now = await platform.GetIncidentAsync(incident.Name, cancellation);
        return await DecideAsync(now, "RecordDisposition", Effect.Settled, key, (seen, call) =>
        {
            var request = new RecordDispositionRequest { Name = seen.Name, Etag = seen.Etag, Disposition = disposition, RequestId = call.RequestId };
            return Attempt(options => platform.Incidents.RecordDispositionAsync(request, options), answer => answer.Incident);
        }, cancellation);
    }

    /// <summary>Closes a handled incident.</summary>
    public Task<Incident> CloseAsync(Incident incident, string key, CancellationToken cancellation) => DecideAsync(incident, "CloseIncident", Effect.Closed, key, (seen, call) =>
    {
        var request = new CloseIncidentRequest { Name = seen.Name, Etag = seen.Etag, RequestId = call.RequestId };
        return Attempt(options => platform.Incidents.CloseIncidentAsync(request, options), answer => answer.Incident);
    }, cancellation);

    /// <summary>Opens a closed incident again.</summary>
    public Task<Incident> ReopenAsync(Incident incident, string key, CancellationToken cancellation) => DecideAsync(incident, "ReopenIncident", Effect.Reopened, key, (seen, call) =>
    {
        var request = new ReopenIncidentRequest { Name = seen.Name, Etag = seen.Etag, Reason = "De melder belt opnieuw.", RequestId = call.RequestId };
        return Attempt(options => platform.Incidents.ReopenIncidentAsync(request, options), answer => answer.Incident);
    }, cancellation);

    private static Try<Incident> Attempt<TAnswer>(Try<TAnswer> call, Func<TAnswer, Incident> incident) => options =>
    {
        var sent = call(options);
        return new(IncidentOfAsync(sent.ResponseAsync, incident), sent.ResponseHeadersAsync, sent.GetStatus, sent.GetTrailers, sent.Dispose);
    };

    private static async Task<Incident> IncidentOfAsync<TAnswer>(Task<TAnswer> answer, Func<TAnswer, Incident> incident) => incident(await answer);

    /// <summary>When somebody changed the incident since it was read, it is read again and decided on that.</summary>
    private async Task<Incident> DecideAsync(
        Incident seen, string rpc, string step, string key, Func<Incident, Intention, Try<Incident>> decide, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var call = intentions.To(rpc, $"{key}/{attempt}");
            try
            {
                return await platform.Caller.SendAsync(call, new Effect(step, seen.Name), decide(seen, call), after => after.ToChange(), cancellation);
            }
            catch (RefusedException refused) when (refused.Code == StatusCode.Aborted && attempt < MostAttempts)
            {
                seen = await platform.GetIncidentAsync(seen.Name, cancellation);
            }
        }
    }
}

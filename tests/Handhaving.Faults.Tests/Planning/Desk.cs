using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Handhaving.Capacity.V1;
using Handhaving.Faults.Tests.Load;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Wire;

namespace Handhaving.Faults.Tests.Planning;

/// <summary>Somebody who asks for people, one case after another: some are confirmed, some given back, some asked anew for more. Its cases take the same evenings as everybody's.</summary>
internal sealed class Desk(GrpcChannel gateway, Caller caller, Intentions intentions, Pulse pulse, string municipality, int lane)
{
    private const int LongestLane = 100_000;
    private const int MostPromised = 8;
    private readonly Queue<CapacityReservation> promised = new();
    private readonly ReservationService.ReservationServiceClient reservations = new(gateway);

    public async Task RunAsync(CancellationToken stop, CancellationToken cancellation)
    {
        for (var number = 1; !stop.IsCancellationRequested; number++) await WorkAsync(lane * LongestLane + number, cancellation);
    }

    private async Task WorkAsync(int number, CancellationToken cancellation)
    {
        var held = await AskAsync(number, 1, 1 + number % 3, cancellation);
        if (held.State is not ReservationState.Held) return;
        switch (number % 4)
        {
            case 0: await ConfirmAsync(held, cancellation); break;
            case 1: await ReleaseAsync(held, cancellation); break;
            case 2: await ConfirmAsync(await AskAsync(number, 2, 4, cancellation) is { State: ReservationState.Held } more ? more : held, cancellation); break;
        }
        if (promised.Count > MostPromised) await ReleaseAsync(promised.Dequeue(), cancellation);
    }

    private async Task<CapacityReservation> AskAsync(int number, int version, int count, CancellationToken cancellation)
    {
        var start = Season.StartOf(number);
        var request = new RequestDeploymentRequest
        {
            Parent = $"municipalities/{municipality}", CaseId = $"{Season.Cases}-{number}", CaseVersion = version,
            Lines = { new ReservationLine { Owners = { Season.Team }, Function = Season.Function, Count = count, StartTime = start.ToTimestamp(), EndTime = start.AddHours(2).ToTimestamp() } },
        };
        return (await SendAsync(intentions.To("RequestDeployment", $"{number}/{version}"), new(PromiseBook.Asked, request.CaseId, $"{version}"), id => request.RequestId = id, options => reservations.RequestDeploymentAsync(request, options), cancellation)).Reservation;
    }

    private async Task ConfirmAsync(CapacityReservation held, CancellationToken cancellation)
    {
        var request = new ConfirmReservationRequest { Name = held.Name, Etag = held.Etag };
        promised.Enqueue((await SendAsync(intentions.To("ConfirmReservation", held.Name), new("ReservationConfirmed", held.Name), id => request.RequestId = id, options => reservations.ConfirmReservationAsync(request, options), cancellation)).Reservation);
    }

    private async Task ReleaseAsync(CapacityReservation held, CancellationToken cancellation)
    {
        var request = new ReleaseReservationRequest { Name = held.Name, Etag = held.Etag, Reason = "gaat niet door" };
        await SendAsync(intentions.To("ReleaseReservation", held.Name), new("ReservationReleased", held.Name), id => request.RequestId = id, options => reservations.ReleaseReservationAsync(request, options), cancellation);
    }

    private async Task<TAnswer> SendAsync<TAnswer>(Intention intention, Effect effect, Action<string> stamp, Try<TAnswer> attempt, CancellationToken cancellation)
    {
        await pulse.DueAsync(cancellation);
        stamp(intention.RequestId);
        var asked = DateTimeOffset.UtcNow;
        var answer = await caller.SendAsync(intention, effect, attempt, _ => null, cancellation);
        pulse.Beat(asked);
        return answer;
    }
}

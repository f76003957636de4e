using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.Reservations;

/// <summary>Door of <c>ReservationService</c>.</summary>
public sealed class ReservationRpc(RequestDeployment ask, ActOnReservation acts, ReservationQueries queries) : V1.ReservationService.ReservationServiceBase
{
    public override async Task<V1.RequestDeploymentResponse> RequestDeployment(V1.RequestDeploymentRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Reservation = ReservationWire.ToWire(await ask.HandleAsync(ReservationWire.FromWire(request), call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.GetReservationResponse> GetReservation(V1.GetReservationRequest request, ServerCallContext context) =>
        new() { Reservation = ReservationWire.ToWire(await queries.GetAsync(NameOf(request.Name), context.Call(), context.CancellationToken)) };

    public override async Task<V1.ListReservationsResponse> ListReservations(V1.ListReservationsRequest request, ServerCallContext context)
    {
        var page = await queries.ListAsync(new(request.CaseId, request.LiveOnly), PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Reservations = { page.Rows.Select(ReservationWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.ConfirmReservationResponse> ConfirmReservation(V1.ConfirmReservationRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Reservation = ReservationWire.ToWire(await acts.ConfirmAsync(NameOf(request.Name), request.Etag, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.ExtendHoldResponse> ExtendHold(V1.ExtendHoldRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Reservation = ReservationWire.ToWire(await acts.ExtendAsync(NameOf(request.Name), request.HoldUntilTime.ToDateTimeOffset(), request.Etag, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.ReleaseReservationResponse> ReleaseReservation(V1.ReleaseReservationRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Reservation = ReservationWire.ToWire(await acts.ReleaseAsync(NameOf(request.Name), request.Reason, request.Etag, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    private static ReservationName NameOf(string name) => ReservationName.Parse(name) ?? throw new NotFound(name);
}

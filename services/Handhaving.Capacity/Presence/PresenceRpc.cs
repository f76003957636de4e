using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Capacity.Ledger;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Capacity.Presence;

/// <summary>Door of <c>PresenceService</c>; enums have the same numbers on the wire.</summary>
public sealed class PresenceRpc(PresenceQueries presence, PutNorm put) : V1.PresenceService.PresenceServiceBase
{
    public override async Task<V1.ListPresenceResponse> ListPresence(V1.ListPresenceRequest request, ServerCallContext context) =>
        new() { Presences = { (await presence.ListAsync(LedgerWire.FromWire(request.StartTime, request.EndTime), context.Call(), context.CancellationToken)).Select(ToWire) } };

    public override async Task<V1.PutPresenceNormResponse> PutPresenceNorm(V1.PutPresenceNormRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var norm = await put.HandleAsync(new(request.Area, (ShiftKind)request.Shift, request.Minutes), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Area = norm.Area, Shift = (V1.ShiftOfDay)norm.Shift, Minutes = norm.Minutes };
    }

    private static V1.ShiftPresence ToWire(ShiftPresence presence)
    {
        var wire = new V1.ShiftPresence
        {
            Area = presence.Area, Shift = (V1.ShiftOfDay)presence.Shift.Kind, StartTime = presence.Shift.Start.ToTimestamp(), EndTime = presence.Shift.End.ToTimestamp(), BoaMinutes = presence.BoaMinutes, PoliceMinutes = presence.PoliceMinutes, BelowNorm = presence.IsBelow,
        };
        if (presence.Norm is { } norm) wire.NormMinutes = norm;
        return wire;
    }
}

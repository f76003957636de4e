using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Dispatch.Operations.Parked;

/// <summary>Door of <c>ParkingService</c>.</summary>
public sealed class ParkingRpc(ParkedMessages messages, ReplayParked replay, DiscardParked discard) : V1.ParkingService.ParkingServiceBase
{
    public override async Task<V1.ListParkedMessagesResponse> ListParkedMessages(V1.ListParkedMessagesRequest request, ServerCallContext context)
    {
        var page = await messages.ListAsync(PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Messages = { page.Rows.Select(ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.ReplayParkedMessageResponse> ReplayParkedMessage(V1.ReplayParkedMessageRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Message = ToWire(await replay.HandleAsync(NameOf(request.Name), call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.DiscardParkedMessageResponse> DiscardParkedMessage(V1.DiscardParkedMessageRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Message = ToWire(await discard.HandleAsync(NameOf(request.Name), request.Reason, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    private static ParkedMessageName NameOf(string name) => ParkedMessageName.Parse(name) ?? throw new NotFound(name);

    private static Access.V1.ParkedMessage ToWire(ParkedMessage message) => new()
    {
        Name = message.Name,
        MessageId = message.MessageId.ToString(),
        Consumer = message.Consumer,
        MessageType = message.Type,
        Reason = message.Reason,
        Text = message.Text,
        ParkTime = Timestamp.FromDateTimeOffset(message.ParkedAt),
        ReplayTime = message.ReplayedAt is { } time ? Timestamp.FromDateTimeOffset(time) : null,
        ReplayedBy = message.ReplayedBy ?? "",
        DiscardTime = message.Discard is { } discard ? Timestamp.FromDateTimeOffset(discard.At) : null,
        DiscardedBy = message.Discard?.By ?? "",
        DiscardReason = message.Discard?.Reason ?? "",
    };
}

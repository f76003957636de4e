using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Operations;

/// <summary>Door of <c>ParkingService</c>.</summary>
public sealed class ParkingRpc(ParkedMessages messages) : V1.ParkingService.ParkingServiceBase
{
    public override async Task<V1.ListParkedMessagesResponse> ListParkedMessages(V1.ListParkedMessagesRequest request, ServerCallContext context)
    {
        var page = await messages.ListAsync(PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Messages = { page.Rows.Select(ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.ReplayParkedMessageResponse> ReplayParkedMessage(V1.ReplayParkedMessageRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Message = ToWire(await messages.ReplayAsync(request.Name, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

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
    };
}

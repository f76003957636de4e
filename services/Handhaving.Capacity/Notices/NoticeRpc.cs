using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.Notices;

/// <summary>Door of <c>NoticeService</c>; enums have the same numbers on the wire.</summary>
public sealed class NoticeRpc(NoticeQueries notices) : V1.NoticeService.NoticeServiceBase
{
    public override async Task<V1.ListNoticesResponse> ListNotices(V1.ListNoticesRequest request, ServerCallContext context)
    {
        var page = await notices.ListAsync([.. request.Kinds.Select(kind => (NoticeKind)kind)], PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Notices = { page.Rows.Select(ToWire) }, NextPageToken = page.NextToken };
    }

    private static V1.Notice ToWire(Notice notice) => new()
    {
        Kind = (V1.NoticeKind)notice.Kind, Subject = notice.Subject, StartTime = notice.StartsAt?.ToTimestamp(), EndTime = notice.EndsAt?.ToTimestamp(), OccurTime = notice.OccurredAt.ToTimestamp(),
    };
}

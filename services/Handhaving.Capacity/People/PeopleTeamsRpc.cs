using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.People;

/// <summary>Door of <c>PeopleService</c>: posts, inhabitants, and powers that end.</summary>
public sealed partial class PeopleRpc
{
    public override async Task<V1.PutStaffPostsResponse> PutStaffPosts(V1.PutStaffPostsRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { StaffTeam = PeopleWire.ToWire(await posts.PutPostsAsync(request.StaffTeam, new(request.Function, request.Established), request.Reason, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.PutInhabitantsResponse> PutInhabitants(V1.PutInhabitantsRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var known = await posts.PutInhabitantsAsync(new(call.Owner, request.Count, request.Source), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Count = known.Count, Source = known.Source };
    }

    public override async Task<V1.ListEndingAppointmentsResponse> ListEndingAppointments(V1.ListEndingAppointmentsRequest request, ServerCallContext context)
    {
        var page = await reads.Expiry.ListAsync(request.Months > 0 ? request.Months : null, PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { EndingAppointments = { page.Rows.Select(PeopleWire.ToWire) }, NextPageToken = page.NextToken };
    }
}

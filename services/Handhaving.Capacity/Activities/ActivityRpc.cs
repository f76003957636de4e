using Grpc.Core;
using Handhaving.Capacity.People;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.Activities;

/// <summary>Door of <c>ActivityService</c>.</summary>
public sealed class ActivityRpc(ChangeActivity change, ActivityQueries activities) : V1.ActivityService.ActivityServiceBase
{
    public override async Task<V1.PutActivityResponse> PutActivity(V1.PutActivityRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Activity = ActivityWire.ToWire(await change.PutAsync(new(call.Owner, request.Activity.Code), ActivityWire.FromWire(request.Activity), request.Activity.Etag, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.ListActivitiesResponse> ListActivities(V1.ListActivitiesRequest request, ServerCallContext context)
    {
        var page = await activities.ListAsync(ActivityWire.FromWire(request.Kind), request.WithoutPoliceHours, PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Activities = { page.Rows.Select(ActivityWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.PutActivityHoursResponse> PutActivityHours(V1.PutActivityHoursRequest request, ServerCallContext context)
    {
        var (call, name) = (context.Call(), ActivityName.Parse(request.Name) ?? throw new NotFound(request.Name));
        return new() { Hours = ActivityWire.ToWire(await change.PutHoursAsync(name, ActivityWire.FromWire(request), call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.GetActivityReportResponse> GetActivityReport(V1.GetActivityReportRequest request, ServerCallContext context) => ActivityWire.ToWire(
        await activities.ReportAsync(ActivityWire.FromWire(request.Kind), PeopleFromWire.DayOf(request.FirstDay), PeopleFromWire.DayOf(request.LastDay), context.Call(), context.CancellationToken));

    public override async Task<V1.ListTargetGroupsResponse> ListTargetGroups(V1.ListTargetGroupsRequest request, ServerCallContext context) =>
        new() { TargetGroups = { (await activities.ListGroupsAsync(context.Call(), context.CancellationToken)).Select(ActivityWire.ToWire) } };

    public override async Task<V1.PutTargetGroupResponse> PutTargetGroup(V1.PutTargetGroupRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { TargetGroup = ActivityWire.ToWire(await change.PutGroupAsync(new(request.TargetGroup.Code, request.TargetGroup.DisplayName, false), call, RequestKey.Of(call, request), context.CancellationToken)) };
    }
}

using Grpc.Core;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.Rosters;

/// <summary>What the door of rosters does.</summary>
public sealed record RosterActs(CreateRoster Create, ChangeShifts Change, PublishRoster Publish);

/// <summary>Door of <c>RosterService</c>.</summary>
public sealed class RosterRpc(RosterActs acts, RosterQueries queries) : V1.RosterService.RosterServiceBase
{
    public override async Task<V1.CreateRosterResponse> CreateRoster(V1.CreateRosterRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await acts.Create.HandleAsync(RosterFromWire.AskedOf(request.Roster), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Roster = await ShownAsync(answer, context) };
    }

    public override async Task<V1.GetRosterResponse> GetRoster(V1.GetRosterRequest request, ServerCallContext context) =>
        new() { Roster = RosterWire.ToWire(await queries.GetAsync(RosterFromWire.NameOf(request.Name), context.Call(), context.CancellationToken)) };

    public override async Task<V1.ListRostersResponse> ListRosters(V1.ListRostersRequest request, ServerCallContext context)
    {
        var page = await queries.ListAsync(PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Rosters = { page.Rows.Select(RosterWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.ChangeShiftsResponse> ChangeShifts(V1.ChangeShiftsRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await acts.Change.HandleAsync(RosterFromWire.NameOf(request.Name), RosterFromWire.ChangesOf(request), request.Etag, RosterFromWire.NoticeOf(request.Reason, request.Consents), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Roster = await ShownAsync(answer, context), Shortages = { answer.Shortages.Select(LedgerWire.ToWire) } };
    }

    public override async Task<V1.PublishRosterResponse> PublishRoster(V1.PublishRosterRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await acts.Publish.HandleAsync(RosterFromWire.NameOf(request.Name), request.Etag, RosterFromWire.NoticeOf(request.Reason, request.Consents), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Roster = await ShownAsync(answer, context), Shortages = { answer.Shortages.Select(LedgerWire.ToWire) } };
    }

    // A stored answer names the roster alone: whole plans of people do not lie among stored answers.
    private async Task<V1.Roster> ShownAsync(RosterAnswer answer, ServerCallContext context) => RosterWire.ToWire(await queries.AfterAsync(answer.Name, context.Call(), context.CancellationToken));
}

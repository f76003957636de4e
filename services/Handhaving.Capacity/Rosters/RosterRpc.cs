using Grpc.Core;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.Capacity.Rosters.Deployments;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.Capacity.Rosters.Solving;
using Handhaving.Capacity.Rosters.Tables;
using Handhaving.Capacity.Rosters.Wishes;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.Rosters;

/// <summary>What the door of rosters does.</summary>
public sealed record RosterActs(CreateRoster Create, ChangeShifts Change, PublishRoster Publish, AssignDeployments Assign, SolveRoster Solve, ImportShifts Import);

/// <summary>What the door of rosters reads.</summary>
public sealed record RosterReads(RosterQueries Rosters, JudgeShifts Judge, ExportShifts Export);

/// <summary>Door of <c>RosterService</c>.</summary>
public sealed class RosterRpc(RosterActs acts, RosterReads reads, DecideUnserved decide, ShiftWishes wishes) : V1.RosterService.RosterServiceBase
{
    public override async Task<V1.CreateRosterResponse> CreateRoster(V1.CreateRosterRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await acts.Create.HandleAsync(RosterFromWire.AskedOf(request.Roster), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Roster = await ShownAsync(answer, context) };
    }

    public override async Task<V1.GetRosterResponse> GetRoster(V1.GetRosterRequest request, ServerCallContext context) =>
        new() { Roster = RosterWire.ToWire(await reads.Rosters.GetAsync(RosterFromWire.NameOf(request.Name), context.Call(), context.CancellationToken)) };

    public override async Task<V1.ListRostersResponse> ListRosters(V1.ListRostersRequest request, ServerCallContext context)
    {
        var page = await reads.Rosters.ListAsync(PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Rosters = { page.Rows.Select(RosterWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.ChangeShiftsResponse> ChangeShifts(V1.ChangeShiftsRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await acts.Change.HandleAsync(RosterFromWire.NameOf(request.Name), RosterFromWire.ChangesOf(request), request.Etag, RosterFromWire.NoticeOf(request.Reason, request.Consents), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Roster = await ShownAsync(answer, context), Shortages = { answer.Shortages.Select(LedgerWire.ToWire) } };
    }

    public override async Task<V1.JudgeShiftsResponse> JudgeShifts(V1.JudgeShiftsRequest request, ServerCallContext context)
    {
        var findings = await reads.Judge.HandleAsync(RosterFromWire.NameOf(request.Name), RosterFromWire.ChangesOf(request), request.Etag, context.Call(), context.CancellationToken);
        return new() { Findings = { findings.Select(RosterWire.ToWire) } };
    }

    public override async Task<V1.PublishRosterResponse> PublishRoster(V1.PublishRosterRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await acts.Publish.HandleAsync(RosterFromWire.NameOf(request.Name), request.Etag, RosterFromWire.NoticeOf(request.Reason, request.Consents), RosterFromWire.ReasonsOf(request), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Roster = await ShownAsync(answer, context), Shortages = { answer.Shortages.Select(LedgerWire.ToWire) } };
    }

    public override async Task<V1.AssignDeploymentsResponse> AssignDeployments(V1.AssignDeploymentsRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Roster = await ShownAsync(await acts.Assign.HandleAsync(RosterFromWire.NameOf(request.Name), request.Etag, call, RequestKey.Of(call, request), context.CancellationToken), context) };
    }

    public override async Task<V1.DecideUnservedResponse> DecideUnserved(V1.DecideUnservedRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var answer = await decide.HandleAsync(RosterFromWire.NameOf(request.Name), RosterFromWire.DecisionsOf(request.Decisions), request.Etag, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Roster = await ShownAsync(answer, context) };
    }

    public override async Task SolveRoster(V1.SolveRosterRequest request, IServerStreamWriter<V1.SolveRosterResponse> responseStream, ServerCallContext context)
    {
        var call = context.Call();
        await foreach (var step in acts.Solve.HandleAsync(RosterFromWire.NameOf(request.Name), RosterFromWire.SolveOf(request), request.Etag, call, RequestKey.Of(call, request), context.CancellationToken))
            await responseStream.WriteAsync(SolveWire.ToWire(step, step.Solved is { } solved ? await ShownAsync(solved.Answer, context) : null), context.CancellationToken);
    }

    public override async Task<V1.SetShiftWishesResponse> SetShiftWishes(V1.SetShiftWishesRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Wishes = { (await wishes.SetAsync(RosterFromWire.WishesOf(request), call, RequestKey.Of(call, request), context.CancellationToken)).Select(RosterWire.ToWire) } };
    }

    public override async Task<V1.ListShiftWishesResponse> ListShiftWishes(V1.ListShiftWishesRequest request, ServerCallContext context)
    {
        var page = await wishes.ListAsync(RosterFromWire.WishesOf(request), PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Wishes = { page.Rows.Select(RosterWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.ImportShiftsResponse> ImportShifts(V1.ImportShiftsRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var imported = await acts.Import.HandleAsync(new(RosterFromWire.NameOf(request.Name), request.Etag, request.Csv, request.ValidateOnly), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Imported = imported.Imported, Rows = { imported.Rows.Select(PeopleWire.ToWire) } };
    }

    public override async Task<V1.ExportShiftsResponse> ExportShifts(V1.ExportShiftsRequest request, ServerCallContext context) =>
        new() { Csv = await reads.Export.RosterAsync(RosterFromWire.NameOf(request.Name), context.Call(), context.CancellationToken) };

    public override async Task<V1.ExportCalendarResponse> ExportCalendar(V1.ExportCalendarRequest request, ServerCallContext context) =>
        new() { Calendar = await reads.Export.CalendarAsync(OfficerName.Parse(request.Name) ?? throw new NotFound(request.Name), context.Call(), context.CancellationToken) };

    // A stored answer names the roster alone: whole plans of people do not lie among stored answers.
    private async Task<V1.Roster> ShownAsync(RosterAnswer answer, ServerCallContext context) => RosterWire.ToWire(await reads.Rosters.AfterAsync(answer.Name, context.Call(), context.CancellationToken));
}

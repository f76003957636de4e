using Grpc.Core;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Triangle.Conflicts;
using Handhaving.Capacity.Triangle.Decisions;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.Triangle;

/// <summary>What the door reads.</summary>
public sealed record TriangleReads(ConflictQueries Conflicts, DecisionQueries Decisions);

/// <summary>Door of <c>TriangleService</c>.</summary>
public sealed class TriangleRpc(TriangleReads reads, ProposeDecision propose, ProposeWaterline lower, ActOnDecision acts, CastVote cast) : V1.TriangleService.TriangleServiceBase
{
    public override async Task<V1.ListConflictsResponse> ListConflicts(V1.ListConflictsRequest request, ServerCallContext context)
    {
        var page = await reads.Conflicts.ListAsync(request.OpenOnly, PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Conflicts = { page.Rows.Select(ConflictWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.GetConflictResponse> GetConflict(V1.GetConflictRequest request, ServerCallContext context) =>
        new() { Conflict = ConflictWire.ToWire(await reads.Conflicts.GetAsync(ConflictOf(request.Name), context.Call(), context.CancellationToken)) };

    public override async Task<V1.ProposeDecisionResponse> ProposeDecision(V1.ProposeDecisionRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Decision = DecisionWire.ToWire(await propose.HandleAsync(ConflictOf(request.Conflict), DecisionWire.FromWire(request), call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.ProposeWaterlineResponse> ProposeWaterline(V1.ProposeWaterlineRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var function = FunctionName.Parse(request.Parent) ?? throw new NotFound(request.Parent);
        return new() { Decision = DecisionWire.ToWire(await lower.HandleAsync(function, LedgerWire.FromWire(request.StartTime, request.EndTime), new(request.Minimum, request.Motive), call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.PutOnAgendaResponse> PutOnAgenda(V1.PutOnAgendaRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Decision = DecisionWire.ToWire(await acts.PutOnAgendaAsync(DecisionOf(request.Name), request.Etag, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.CastVoteResponse> CastVote(V1.CastVoteRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Decision = DecisionWire.ToWire(await cast.HandleAsync(DecisionOf(request.Name), DecisionWire.FromWire(request), call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.WithdrawDecisionResponse> WithdrawDecision(V1.WithdrawDecisionRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Decision = DecisionWire.ToWire(await acts.WithdrawAsync(DecisionOf(request.Name), request.Reason, request.Etag, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.GetDecisionResponse> GetDecision(V1.GetDecisionRequest request, ServerCallContext context) =>
        new() { Decision = DecisionWire.ToWire(await reads.Decisions.GetAsync(DecisionOf(request.Name), context.Call(), context.CancellationToken)) };

    public override async Task<V1.ListDecisionsResponse> ListDecisions(V1.ListDecisionsRequest request, ServerCallContext context)
    {
        var page = await reads.Decisions.ListAsync(request.NotDoneOnly, PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Decisions = { page.Rows.Select(DecisionWire.ToWire) }, NextPageToken = page.NextToken };
    }

    private static ConflictName ConflictOf(string name) => ConflictName.Parse(name) ?? throw new NotFound(name);

    private static DecisionName DecisionOf(string name) => DecisionName.Parse(name) ?? throw new NotFound(name);
}

using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.Checks;

/// <summary>Door of <c>JointCheckService</c>.</summary>
public sealed class CheckRpc(PlanCheck plan, ActOnCheck acts, FileFinding file, CheckQueries checks) : V1.JointCheckService.JointCheckServiceBase
{
    public override async Task<V1.PlanJointCheckResponse> PlanJointCheck(V1.PlanJointCheckRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { JointCheck = CheckWire.ToWire(await plan.HandleAsync(CheckWire.FromWire(request.JointCheck), call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.ListJointChecksResponse> ListJointChecks(V1.ListJointChecksRequest request, ServerCallContext context)
    {
        var page = await checks.ListAsync(request.AwaitingOnly, PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { JointChecks = { page.Rows.Select(CheckWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.AnswerJointCheckResponse> AnswerJointCheck(V1.AnswerJointCheckRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { JointCheck = CheckWire.ToWire(await acts.AnswerAsync(NameOf(request.JointCheck), CheckWire.FromWire(request), call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.CancelJointCheckResponse> CancelJointCheck(V1.CancelJointCheckRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { JointCheck = CheckWire.ToWire(await acts.CancelAsync(NameOf(request.Name), request.Reason, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.FileCheckFindingResponse> FileCheckFinding(V1.FileCheckFindingRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Finding = CheckWire.ToWire(await file.HandleAsync(NameOf(request.JointCheck), request.Text, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.ListCheckFindingsResponse> ListCheckFindings(V1.ListCheckFindingsRequest request, ServerCallContext context)
    {
        var page = await checks.ListFindingsAsync(NameOf(request.JointCheck), PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Findings = { page.Rows.Select(CheckWire.ToWire) }, NextPageToken = page.NextToken };
    }

    private static CheckName NameOf(string name) => CheckName.Parse(name) ?? throw new NotFound(name);
}

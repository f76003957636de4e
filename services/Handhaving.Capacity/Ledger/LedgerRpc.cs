using Grpc.Core;
using Handhaving.Capacity.Blocks;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.Ledger;

/// <summary>Door of <c>LedgerService</c>.</summary>
public sealed class LedgerRpc(LedgerQueries queries, OwnerQueries owners, ReportStrength report, ChangeWaterline waterline, RolePermissions permissions) : V1.LedgerService.LedgerServiceBase
{
    private const string KeepsStrength = "capacity.strength.report";

    public override async Task<V1.ListStaffFunctionsResponse> ListStaffFunctions(V1.ListStaffFunctionsRequest request, ServerCallContext context)
    {
        var page = await queries.ListFunctionsAsync(PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { StaffFunctions = { page.Rows.Select(LedgerWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.ListBlocksResponse> ListBlocks(V1.ListBlocksRequest request, ServerCallContext context)
    {
        var (name, call) = (NameOf(request.Parent), context.Call());
        var page = await queries.ListBlocksAsync(name, LedgerWire.FromWire(request.StartTime, request.EndTime), PageRequest.Of(request, request.PageSize, request.PageToken), call, context.CancellationToken);
        var seesCauses = call.Caller.Owns(name.Owner) && permissions.Allows(call.Caller, KeepsStrength);
        return new() { Blocks = { page.Rows.Select(block => LedgerWire.ToWire(block, seesCauses)) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.ReportStrengthResponse> ReportStrength(V1.ReportStrengthRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var strength = new Strength(request.Established, [.. request.Losses.Select(LedgerWire.FromWire)]);
        var reported = await report.HandleAsync(NameOf(request.Parent), LedgerWire.FromWire(request.StartTime, request.EndTime), strength, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Plannable = reported.Plannable, Shortages = { reported.Shortages.Select(LedgerWire.ToWire) } };
    }

    public override async Task<V1.ChangeWaterlineResponse> ChangeWaterline(V1.ChangeWaterlineRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var change = await waterline.HandleAsync(NameOf(request.Parent), LedgerWire.FromWire(request.StartTime, request.EndTime), new(request.Minimum, request.Reason), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { BlockCount = change.Blocks };
    }

    public override async Task<V1.ListLedgersResponse> ListLedgers(V1.ListLedgersRequest request, ServerCallContext context) =>
        new() { Ledgers = { (await owners.ListAsync(context.Call(), context.CancellationToken)).Select(one => new V1.LedgerOwner { Owner = one.Owner.Name, DisplayName = one.DisplayName, Own = one.IsOwn }) } };

    private static FunctionName NameOf(string parent) => FunctionName.Parse(parent) ?? throw new NotFound(parent);
}

using Grpc.Core;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Plans;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.StatusCodes;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Units;

/// <summary>Door of <c>UnitService</c>.</summary>
public sealed class UnitRpc(DutyActs acts, UnitReads reads, ReportPositions report, StreamPositions stream) : V1.UnitService.UnitServiceBase
{
    public override async Task<V1.SignOnUnitResponse> SignOnUnit(V1.SignOnUnitRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var unit = await acts.Times.SignOn.HandleAsync(FromWire(request), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Unit = UnitWire.ToWire(unit), Plan = unit.Plan is { } plan ? PlanWire.ToWire(plan) : null };
    }

    public override async Task<V1.SignOffUnitResponse> SignOffUnit(V1.SignOffUnitRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var unit = await acts.Times.SignOff.HandleAsync(NameOf(request.Name), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Unit = UnitWire.ToWire(unit) };
    }

    public override async Task<V1.ExtendDutyResponse> ExtendDuty(V1.ExtendDutyRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var unit = await acts.Times.Extend.HandleAsync(NameOf(request.Name), request.DutyEndTime.ToDateTimeOffset(), request.Reason, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Unit = UnitWire.ToWire(unit) };
    }

    public override async Task<V1.ChangeUnitActivityResponse> ChangeUnitActivity(V1.ChangeUnitActivityRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var unit = await acts.Change.HandleAsync(NameOf(request.Name), (UnitActivity)request.Activity, TextOf(request.Reason), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Unit = UnitWire.ToWire(unit) };
    }

    public override async Task<V1.ReportUnitStatusResponse> ReportUnitStatus(V1.ReportUnitStatusRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var unit = await acts.Report.HandleAsync(StatusCodeWire.FromWire(NameOf(request.Name), request), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Unit = UnitWire.ToWire(unit), Consequences = { unit.Consequences } };
    }

    public override async Task<V1.AnswerSpeechRequestResponse> AnswerSpeechRequest(V1.AnswerSpeechRequestRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var unit = await acts.Answer.HandleAsync(NameOf(request.Name), request.UntilTime?.ToDateTimeOffset(), call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Unit = UnitWire.ToWire(unit) };
    }

    public override async Task<V1.ListStatusCodesResponse> ListStatusCodes(V1.ListStatusCodesRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var list = await reads.Codes.ListAsync(page, context.Call(), context.CancellationToken);
        return new() { StatusCodes = { list.Rows.Select(StatusCodeWire.ToWire) }, NextPageToken = list.NextToken };
    }

    public override async Task<V1.ListOfficersResponse> ListOfficers(V1.ListOfficersRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var officers = await reads.Officers.ListAsync(page, context.Call(), context.CancellationToken);
        return new() { Officers = { officers.Rows.Select(ToWire) }, NextPageToken = officers.NextToken };
    }

    public override async Task<V1.ListPlannedUnitsResponse> ListPlannedUnits(V1.ListPlannedUnitsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var crews = await reads.Plans.ListAsync(request.StartTime.ToDateTimeOffset(), request.EndTime.ToDateTimeOffset(), page, context.Call(), context.CancellationToken);
        return new() { PlannedUnits = { crews.Rows.Select(PlanWire.ToWire) }, NextPageToken = crews.NextToken };
    }

    public override async Task<V1.GetUnitResponse> GetUnit(V1.GetUnitRequest request, ServerCallContext context) =>
        new() { Unit = UnitWire.ToWire(await reads.Units.GetAsync(NameOf(request.Name), context.Call(), context.CancellationToken)) };

    public override async Task<V1.ListUnitsResponse> ListUnits(V1.ListUnitsRequest request, ServerCallContext context)
    {
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var units = await reads.Units.ListAsync(page, context.Call(), context.CancellationToken);
        return new() { Units = { units.Rows.Select(UnitWire.ToWire) }, NextPageToken = units.NextToken };
    }

    public override async Task<V1.ReportPositionsResponse> ReportPositions(V1.ReportPositionsRequest request, ServerCallContext context)
    {
        var outcome = await report.HandleAsync([.. request.Fixes.Select(PositionWire.FromWire)], context.Call(), context.CancellationToken);
        return new() { AcceptedCount = outcome.Accepted, Refusals = { outcome.Refusals.Select(PositionWire.ToWire) } };
    }

    public override Task StreamPositions(IAsyncStreamReader<V1.StreamPositionsRequest> requestStream, IServerStreamWriter<V1.StreamPositionsResponse> responseStream, ServerCallContext context) =>
        stream.HandleAsync(
            requestStream.ReadAllAsync(context.CancellationToken).Select(request => FromWire(request, context.Call().Rule)),
            context.Call(),
            new((batch, outcome) => responseStream.WriteAsync(ToWire(batch, outcome), context.CancellationToken), () => responseStream.WriteAsync(new(), context.CancellationToken)),
            context.CancellationToken);

    private static SignOn FromWire(V1.SignOnUnitRequest request) => new(
        NameOf(request.Name), [.. request.Crew.Select(member => member.Officer)], TextOf(request.Vehicle), TextOf(request.Radio), [.. request.Equipment], request.DutyEndTime?.ToDateTimeOffset());

    private static PositionBatch FromWire(V1.StreamPositionsRequest request, MethodRule rule) =>
        new(rule.TenantOf(request) ?? throw new NotFound(request.Parent), request.Batch, [.. request.Fixes.Select(PositionWire.FromWire)]);

    private static V1.StreamPositionsResponse ToWire(PositionBatch batch, FixOutcome outcome) =>
        new() { Batch = batch.Number, AcceptedCount = outcome.Accepted, Refusals = { outcome.Refusals.Select(PositionWire.ToWire) } };

    private static V1.Officer ToWire(OfficerView officer) =>
        new() { Id = officer.Id, Domains = { officer.Domains.Select(domain => (V1.CompetenceDomain)domain) }, Unit = officer.Unit?.Value ?? "" };

    private static string? TextOf(string text) => text.Length > 0 ? text : null;

    private static UnitName NameOf(string text) => UnitName.Parse(text) ?? throw new NotFound(text);
}

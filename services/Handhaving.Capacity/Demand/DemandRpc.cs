using Grpc.Core;
using Handhaving.Capacity.Demand.Calendar;
using Handhaving.Capacity.Demand.Forecasts;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.Demand;

/// <summary>Door of <c>DemandService</c>.</summary>
public sealed class DemandRpc(DemandQueries demand, ForecastQueries forecasts, SpecialDays days) : V1.DemandService.DemandServiceBase
{
    public override async Task<V1.ListDemandResponse> ListDemand(V1.ListDemandRequest request, ServerCallContext context)
    {
        var page = await demand.ListAsync(LedgerWire.FromWire(request.StartTime, request.EndTime), new([.. request.Areas], [.. request.Families]), PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Hours = { page.Rows.Select(DemandWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.ForecastDemandResponse> ForecastDemand(V1.ForecastDemandRequest request, ServerCallContext context)
    {
        var (forecast, hours) = await forecasts.ForecastAsync(LedgerWire.FromWire(request.StartTime, request.EndTime), new([.. request.Areas], [.. request.Families]), DemandWire.WeeksOf(request.Weeks), context.Call(), context.CancellationToken);
        return DemandWire.ToWire(forecast, hours);
    }

    public override async Task<V1.ListSpecialDaysResponse> ListSpecialDays(V1.ListSpecialDaysRequest request, ServerCallContext context) =>
        new() { SpecialDays = { (await days.ListAsync(request.Year, context.Call(), context.CancellationToken)).Select(DemandWire.ToWire) } };

    public override async Task<V1.PutSpecialDayResponse> PutSpecialDay(V1.PutSpecialDayRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { SpecialDay = DemandWire.ToWire(await days.PutAsync(DemandWire.FromWire(request.SpecialDay), call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.RemoveSpecialDayResponse> RemoveSpecialDay(V1.RemoveSpecialDayRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { SpecialDay = DemandWire.ToWire(await days.RemoveAsync(PeopleFromWire.DayOf(request.Day), call, RequestKey.Of(call, request), context.CancellationToken)) };
    }
}

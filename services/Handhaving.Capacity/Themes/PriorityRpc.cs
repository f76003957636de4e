using Grpc.Core;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Themes.Balance;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;

namespace Handhaving.Capacity.Themes;

/// <summary>Door of <c>PriorityService</c>.</summary>
public sealed class PriorityRpc(ProposeProfile propose, GiveOpinion opinions, ProfileQueries profiles, BalanceQueries balances, ProposePatrolHours patrols) : V1.PriorityService.PriorityServiceBase
{
    public override async Task<V1.ProposePriorityProfileResponse> ProposePriorityProfile(V1.ProposePriorityProfileRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Profile = PriorityWire.ToWire(await propose.HandleAsync(PriorityWire.FromWire(request.Profile), request.Latest, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.GiveOpinionResponse> GiveOpinion(V1.GiveOpinionRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Profile = PriorityWire.ToWire(await opinions.HandleAsync(NameOf(request.Name), PriorityWire.FromWire(request.Role), request.Text, request.Etag, call, RequestKey.Of(call, request), context.CancellationToken)) };
    }

    public override async Task<V1.GetPriorityProfileResponse> GetPriorityProfile(V1.GetPriorityProfileRequest request, ServerCallContext context) =>
        new() { Profile = PriorityWire.ToWire(await profiles.GetAsync(NameOf(request.Name), context.Call(), context.CancellationToken)) };

    public override async Task<V1.ListPriorityProfilesResponse> ListPriorityProfiles(V1.ListPriorityProfilesRequest request, ServerCallContext context)
    {
        var page = await profiles.ListAsync(PageRequest.Of(request, request.PageSize, request.PageToken), context.Call(), context.CancellationToken);
        return new() { Profiles = { page.Rows.Select(PriorityWire.ToWire) }, NextPageToken = page.NextToken };
    }

    public override async Task<V1.GetThemeBalanceResponse> GetThemeBalance(V1.GetThemeBalanceRequest request, ServerCallContext context) =>
        BalanceWire.ToWire(await balances.GetAsync(LedgerWire.FromWire(request.StartTime, request.EndTime), context.Call(), context.CancellationToken));

    public override async Task<V1.ProposePatrolHoursResponse> ProposePatrolHours(V1.ProposePatrolHoursRequest request, ServerCallContext context) =>
        BalanceWire.ToWire(await patrols.HandleAsync(BalanceWire.FromWire(request), context.Call(), context.CancellationToken));

    private static ProfileName NameOf(string name) => ProfileName.Parse(name) ?? throw new NotFound(name);
}

using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Demand;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Queueing.Planning;

namespace Handhaving.Capacity.Themes.Balance;

/// <summary>Hours over themes on the wire.</summary>
internal static class BalanceWire
{
    private const int DefaultBalanceDays = 28;

    public static PatrolAsked FromWire(V1.ProposePatrolHoursRequest request) => new(
        new(LedgerWire.FromWire(request.StartTime, request.EndTime), DemandFilter.All, DemandWire.WeeksOf(request.Weeks), request.MeanServiceSeconds > 0 ? request.MeanServiceSeconds : null),
        request.PlannedUnits, request.Availability > 0 ? request.Availability : 1, request.BalanceDays > 0 ? request.BalanceDays : DefaultBalanceDays);

    public static V1.GetThemeBalanceResponse ToWire(BalanceAnswer answer)
    {
        var (profile, expired, balance) = answer;
        return new()
        {
            Profile = profile.Name.Value,
            Expired = expired,
            TotalHours = balance.TotalHours,
            Themes = { balance.Shares.Select(share => ToWire(balance, share)) },
            OtherFamilies =
            {
                balance.Of(balance.Shares[^1]).GroupBy(worked => worked.Family).Select(family => new V1.FamilyHours { Family = family.Key, Hours = family.Sum(worked => worked.Hours) })
                    .OrderByDescending(family => family.Hours).ThenBy(family => family.Family, StringComparer.Ordinal),
            },
        };
    }

    public static V1.ProposePatrolHoursResponse ToWire(PatrolAnswer answer) => new()
    {
        Profile = answer.Profile.Name.Value,
        Expired = answer.Expired,
        PlannedHours = answer.PlannedHours,
        PatrolHours = answer.PatrolHours,
        Zones = { answer.Zones.Select(patrol => new V1.ZoneHours { Zone = patrol.Zone.Name.Value, DisplayName = patrol.Zone.Details.DisplayName, StartTime = patrol.Hour.Start.ToTimestamp(), Hours = patrol.Hours }) },
        Themes =
        {
            answer.Themes.Select(patrol => new V1.PatrolHours
            {
                Theme = patrol.Share.Code, DisplayName = patrol.Share.DisplayName, Weight = patrol.Share.Weight, DeliveredShare = patrol.DeliveredShare, Hours = patrol.Hours,
                Areas = { patrol.Areas.Select(area => new V1.AreaHours { Area = area.Area, Hours = area.Hours, Cause = (V1.PatrolCause)area.Cause }) },
            }),
        },
    };

    private static V1.ThemeHours ToWire(ThemeBalance balance, ThemeShare share)
    {
        var worked = balance.Of(share);
        return new()
        {
            Theme = share.Code, DisplayName = share.DisplayName, Weight = share.Weight, Share = balance.ShareOf(share), BoaHours = worked.Sum(hours => hours.BoaHours), PoliceHours = worked.Sum(hours => hours.PoliceHours),
            Areas = { worked.GroupBy(hours => hours.Area).OrderBy(area => area.Key, StringComparer.Ordinal).Select(area => new V1.AreaHours { Area = area.Key, Hours = area.Sum(hours => hours.Hours) }) },
        };
    }
}

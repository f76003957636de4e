using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.People;

namespace Handhaving.Capacity.Activities;

/// <summary>Activities on the wire; enums have the same numbers there.</summary>
internal static class ActivityWire
{
    public static ActivityKind? FromWire(V1.ActivityKind kind) => kind is V1.ActivityKind.Unspecified ? null : (ActivityKind)kind;

    public static ActivityDetails FromWire(V1.Activity activity) => new(
        (ActivityKind)activity.Kind, activity.DisplayName, activity.Theme, activity.TargetGroup, activity.Place, [.. activity.Partners.Select(partner => new ActivityPartner(partner.Organisation, partner.Hours, partner.Police))],
        activity.FundingEndDate is null ? null : PeopleFromWire.DayOf(activity.FundingEndDate));

    public static HoursAsked FromWire(V1.PutActivityHoursRequest request) => new(
        PeopleFromWire.DayOf(request.Day), request.Organisation, request.HasPlannedHours ? request.PlannedHours : null, request.HasDeliveredHours ? request.DeliveredHours : null);

    public static V1.Activity ToWire(Activity activity) => new()
    {
        Name = activity.Name.Value,
        Code = activity.Name.Code,
        Kind = (V1.ActivityKind)activity.Details.Kind,
        DisplayName = activity.Details.DisplayName,
        Theme = activity.Details.Theme,
        TargetGroup = activity.Details.TargetGroup,
        Place = activity.Details.Place,
        Partners = { activity.Details.Partners.Select(partner => new V1.ActivityPartner { Organisation = partner.Organisation, Hours = partner.Hours, Police = partner.IsPolice }) },
        FundingEndDate = activity.Details.FundingEnds is { } last ? PeopleWire.ToWire(last) : null,
        ChangedBy = activity.ChangedBy,
        ChangeTime = activity.ChangedAt.ToTimestamp(),
        Etag = activity.Etag,
    };

    public static V1.ActivityHours ToWire(HoursKnown hours) =>
        new() { Activity = hours.Activity.Value, Day = PeopleWire.ToWire(hours.Day), Organisation = hours.Organisation, PlannedHours = hours.Planned, DeliveredHours = hours.Delivered };

    public static V1.TargetGroup ToWire(TargetGroup group) => new() { Code = group.Code, DisplayName = group.DisplayName, Usual = group.IsUsual };

    public static V1.GetActivityReportResponse ToWire(IReadOnlyList<ReportedHours> report) => new()
    {
        Activities = { report.Select(line => new V1.ReportedActivity { Activity = line.Activity.Name.Value, Organisation = line.Organisation, PlannedHours = line.Planned, DeliveredHours = line.Delivered }) },
        Sums =
        {
            report.GroupBy(line => (line.Activity.Details.Kind, line.Activity.Details.Theme, line.Activity.Details.TargetGroup, line.Activity.Details.Place)).OrderBy(group => group.Key).Select(group => new V1.ActivitySum
            {
                Kind = (V1.ActivityKind)group.Key.Kind, Theme = group.Key.Theme, TargetGroup = group.Key.TargetGroup, Place = group.Key.Place, PlannedHours = group.Sum(line => line.Planned), DeliveredHours = group.Sum(line => line.Delivered),
            }),
        },
    };
}

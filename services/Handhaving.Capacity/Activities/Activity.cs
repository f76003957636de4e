using System.Globalization;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Activities;

/// <summary>What kind of work it is, other than that on incidents.</summary>
public enum ActivityKind { Project = 1, Prevention, Traffic }

/// <summary>An organisation that gives hours.</summary>
/// <param name="Hours">That it gives in all, above 0.</param>
public sealed record ActivityPartner(string Organisation, double Hours, bool IsPolice);

/// <summary>What somebody enters.</summary>
/// <param name="Theme">Code of the theme; of traffic work the risk theme.</param>
/// <param name="TargetGroup">Code; empty = nobody in particular.</param>
/// <param name="Place">Where; empty = everywhere.</param>
/// <param name="FundingEnds">Last day that is paid for; null = no end.</param>
public sealed record ActivityDetails(ActivityKind Kind, string DisplayName, string Theme, string TargetGroup, string Place, IReadOnlyList<ActivityPartner> Partners, DateOnly? FundingEnds)
{
    public bool HasPoliceHours => Partners.Any(partner => partner.IsPolice);

    /// <exception cref="RuleBroken">ACTIVITY_WITHOUT_FUNDING_END, ACTIVITY_WITHOUT_TARGET_GROUP, ACTIVITY_WITHOUT_PLACE, ORGANISATION_TWICE.</exception>
    public void Require()
    {
        ActivityRules.HasFundingEnd.Require(Kind is not ActivityKind.Project || FundingEnds is not null, ("activity", DisplayName));
        ActivityRules.HasTargetGroup.Require(Kind is not ActivityKind.Prevention || TargetGroup.Length > 0, ("activity", DisplayName));
        ActivityRules.HasPlace.Require(Kind is not ActivityKind.Traffic || Place.Length > 0, ("activity", DisplayName));
        var twice = Partners.GroupBy(partner => partner.Organisation).FirstOrDefault(same => same.Count() > 1);
        ActivityRules.PartnerOnce.Require(twice is null, ("organisation", twice?.Key ?? ""));
    }
}

/// <summary>A project (C-18), preventive activity (C-34) or traffic work (C-41): an immutable value.</summary>
public sealed record Activity
{
    public required ActivityName Name { get; init; }
    public required ActivityDetails Details { get; init; }
    public required string ChangedBy { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Rises by one with each change, from 1.</summary>
    public required int Version { get; init; }

    public string Etag => $"\"{Version}\"";

    /// <summary>What is planned stays within what each organisation gives.</summary>
    /// <param name="taken">Hours by organisation.</param>
    /// <exception cref="RuleBroken">ACTIVITY_HOURS_TAKEN.</exception>
    public void RequireKeeps(IEnumerable<(string Organisation, double Hours)> taken)
    {
        var (organisation, hours) = taken.FirstOrDefault(one => one.Hours > (Details.Partners.FirstOrDefault(partner => partner.Organisation == one.Organisation)?.Hours ?? 0));
        ActivityRules.KeepsHours.Require(organisation is null, ("organisation", organisation ?? ""), ("taken", hours.ToString("0.##", CultureInfo.InvariantCulture)));
    }

    /// <param name="elsewhere">Hours that the organisation has planned on other days.</param>
    /// <exception cref="RuleBroken">ORGANISATION_NOT_IN_ACTIVITY, FUNDING_ENDED, ACTIVITY_HOURS_EXHAUSTED.</exception>
    public void RequirePlannable(string organisation, DateOnly day, double hours, double elsewhere)
    {
        var partner = RequirePartner(organisation);
        ActivityRules.Funded.Require(hours == 0 || Details.FundingEnds is not { } last || day <= last, ("activity", Details.DisplayName), ("until", $"{Details.FundingEnds:dd-MM-yyyy}"));
        ActivityRules.WithinHours.Require(elsewhere + hours <= partner.Hours, ("organisation", organisation), ("left", Math.Max(0, partner.Hours - elsewhere).ToString("0.##", CultureInfo.InvariantCulture)));
    }

    /// <exception cref="RuleBroken">ORGANISATION_NOT_IN_ACTIVITY.</exception>
    public ActivityPartner RequirePartner(string organisation) =>
        Details.Partners.FirstOrDefault(partner => partner.Organisation == organisation) ?? throw ActivityRules.IsPartner.Broken(("organisation", organisation), ("activity", Details.DisplayName));
}

namespace Handhaving.Capacity.Themes.Balance;

/// <summary>How worked hours divide over themes and areas.</summary>
public sealed class ThemeBalance
{
    private readonly ILookup<string, WorkedHours> byTheme;

    public ThemeBalance(PriorityProfile profile, IReadOnlyCollection<WorkedHours> worked)
    {
        byTheme = worked.ToLookup(hours => profile.ThemeOf(hours.Family, hours.Area, hours.Municipality)?.Code ?? ThemeShare.Other);
        TotalHours = worked.Sum(hours => hours.Hours);
        Shares = ThemeShare.Of(profile);
    }

    public double TotalHours { get; }

    /// <summary>In the order of the themes, and last what fits none.</summary>
    public IReadOnlyList<ThemeShare> Shares { get; }

    public IReadOnlyList<WorkedHours> Of(ThemeShare share) => [.. byTheme[share.Code]];

    public double HoursOf(ThemeShare share) => byTheme[share.Code].Sum(hours => hours.Hours);

    /// <summary>Share of all hours, 0 to 1; 0 when there are none.</summary>
    public double ShareOf(ThemeShare share) => TotalHours > 0 ? HoursOf(share) / TotalHours : 0;
}

/// <summary>Share that is meant for a theme, or for everything else.</summary>
/// <param name="Weight">0 to 1; over all it sums to 1.</param>
/// <param name="Areas">Areas that it names; none = all.</param>
public sealed record ThemeShare(string Code, string DisplayName, double Weight, IReadOnlyList<string> Areas)
{
    /// <summary>Stands for everything that fits no theme.</summary>
    public const string Other = "other";

    public static IReadOnlyList<ThemeShare> Of(PriorityProfile profile) =>
        [.. profile.Proposal.Themes.Select(theme => new ThemeShare(theme.Code, theme.DisplayName, theme.Weight / 100.0, theme.Areas)), new(Other, "Overig werk", profile.OtherWeight / 100.0, [])];
}

using Handhaving.Capacity.Themes.Balance;

namespace Handhaving.Capacity.Triangle.Options;

/// <summary>What an option takes from a theme of the safety plan.</summary>
/// <param name="Weight">Share of the hours that is meant for it, 0 to 1.</param>
/// <param name="Hours">Hours of people that it would have had by its weight.</param>
public sealed record PriorityHours(string Theme, string DisplayName, double Weight, double Hours)
{
    /// <summary>Divides the hours that people are taken from other work over the themes by their weights; what comes back to it takes nothing.</summary>
    public static IReadOnlyList<PriorityHours> Of(IReadOnlyList<ThemeShare> themes, double taken) =>
        [.. themes.Select(theme => new PriorityHours(theme.Code, theme.DisplayName, theme.Weight, theme.Weight * Math.Max(0, taken)))];
}

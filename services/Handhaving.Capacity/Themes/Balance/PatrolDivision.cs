namespace Handhaving.Capacity.Themes.Balance;

/// <summary>Surveillance hours for a theme, by area.</summary>
public sealed record ThemePatrol(ThemeShare Share, double DeliveredShare, double Hours, IReadOnlyList<(string Area, double Hours)> Areas);

/// <summary>Divides surveillance hours over themes and areas.</summary>
public static class PatrolDivision
{
    // What a theme gets of its weight also when it had more than that before: no priority goes without.
    private const double Floor = 0.1;

    /// <summary>
    /// A tenth of the hours by weight; the rest makes up for what each theme is short of its weight, over the hours that were worked and these together. Within a theme by where its calls came from,
    /// and evenly over its areas when there were none. The parts add up to the hours.
    /// </summary>
    /// <param name="hours">0 or more.</param>
    public static IReadOnlyList<ThemePatrol> Of(ThemeBalance balance, double hours)
    {
        var shortfalls = balance.Shares.Select(share => Math.Max(0, share.Weight * (balance.TotalHours + hours) - balance.HoursOf(share))).ToList();
        var sum = shortfalls.Sum();
        var areas = balance.Shares.SelectMany(balance.Of).Select(worked => worked.Area).Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. balance.Shares.Zip(shortfalls, (share, missing) =>
        {
            var part = hours * (Floor * share.Weight + (1 - Floor) * (sum > 0 ? missing / sum : share.Weight));
            return new ThemePatrol(share, balance.ShareOf(share), part, OverAreas(balance.Of(share), share.Areas.Count > 0 ? share.Areas : areas, part));
        })];
    }

    private static (string, double)[] OverAreas(IReadOnlyList<WorkedHours> worked, IReadOnlyList<string> areas, double hours)
    {
        var calls = worked.GroupBy(line => line.Area).Select(area => (Area: area.Key, Calls: area.Sum(line => line.Arrivals))).Where(area => area.Calls > 0).OrderBy(area => area.Area, StringComparer.Ordinal).ToList();
        var sum = calls.Sum(area => area.Calls);
        return sum > 0 ? [.. calls.Select(area => (area.Area, hours * area.Calls / sum))] : [.. areas.Select(area => (area, hours / areas.Count))];
    }
}

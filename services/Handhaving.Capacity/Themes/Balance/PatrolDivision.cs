namespace Handhaving.Capacity.Themes.Balance;

/// <summary>Surveillance hours for a theme, by area.</summary>
public sealed record ThemePatrol(ThemeShare Share, double DeliveredShare, double Hours, IReadOnlyList<(string Area, double Hours)> Areas);

/// <summary>Divides surveillance hours over themes and areas.</summary>
public static class PatrolDivision
{
    // What a theme gets of its weight also when it had more than that before: no priority goes without.
    private const double Floor = 0.1;

    // A district in which units were shorter than its norm counts so much more in the next shift (C-19).
    private const int WeightBelow = 2;

    /// <summary>
    /// A tenth of the hours by weight; the rest makes up for what each theme is short of its weight, over the hours that were worked and these together. Within a theme by where its calls came from,
    /// and evenly over its areas when there were none; a district below its norm of presence counts twice. The parts add up to the hours.
    /// </summary>
    /// <param name="hours">0 or more.</param>
    /// <param name="below">Districts below their norm of presence.</param>
    public static IReadOnlyList<ThemePatrol> Of(ThemeBalance balance, double hours, IReadOnlySet<string> below)
    {
        var shortfalls = balance.Shares.Select(share => Math.Max(0, share.Weight * (balance.TotalHours + hours) - balance.HoursOf(share))).ToList();
        var sum = shortfalls.Sum();
        var areas = balance.Shares.SelectMany(balance.Of).Select(worked => worked.Area).Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. balance.Shares.Zip(shortfalls, (share, missing) =>
        {
            var part = hours * (Floor * share.Weight + (1 - Floor) * (sum > 0 ? missing / sum : share.Weight));
            return new ThemePatrol(share, balance.ShareOf(share), part, OverAreas(balance.Of(share), share.Areas.Count > 0 ? share.Areas : areas, part, below));
        })];
    }

    private static (string, double)[] OverAreas(IReadOnlyList<WorkedHours> worked, IReadOnlyList<string> areas, double hours, IReadOnlySet<string> below)
    {
        var calls = worked.GroupBy(line => line.Area).Select(area => (Area: area.Key, Calls: area.Sum(line => line.Arrivals))).Where(area => area.Calls > 0).OrderBy(area => area.Area, StringComparer.Ordinal).ToList();
        if (calls.Count == 0) calls = [.. areas.Select(area => (area, 1))];
        List<(string Area, int Weight)> weights = [.. calls.Select(area => (area.Area, area.Calls * (below.Contains(area.Area) ? WeightBelow : 1)))];
        var sum = weights.Sum(area => area.Weight);
        return [.. weights.Select(area => (area.Area, hours * area.Weight / sum))];
    }
}

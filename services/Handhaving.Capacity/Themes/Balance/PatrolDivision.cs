namespace Handhaving.Capacity.Themes.Balance;

/// <summary>Surveillance hours for a theme, by area.</summary>
public sealed record ThemePatrol(ThemeShare Share, double DeliveredShare, double Hours, IReadOnlyList<AreaPatrol> Areas);

/// <summary>Divides surveillance hours over themes and areas.</summary>
public static class PatrolDivision
{
    // What a theme gets of its weight also when it had more than that before, and what districts without calls get of a theme: nothing that is asked for goes without.
    private const double Floor = 0.1;

    // A district in which units were shorter than its norm counts so much more in the next shift (C-19).
    private const int WeightBelow = 2;

    /// <summary>
    /// A tenth of the hours by weight; the rest makes up for what each theme is short of its weight, over the hours that were worked and these together. Within a theme by where its calls came from,
    /// and evenly over its areas when there were none; a district below its norm of presence counts twice. A tenth of a theme goes to districts that had no calls of it and that it names or that have a norm, by their norms.
    /// The parts add up to the hours.
    /// </summary>
    /// <param name="hours">0 or more.</param>
    public static IReadOnlyList<ThemePatrol> Of(ThemeBalance balance, double hours, DistrictNeeds needs)
    {
        var shortfalls = balance.Shares.Select(share => Math.Max(0, share.Weight * (balance.TotalHours + hours) - balance.HoursOf(share))).ToList();
        var sum = shortfalls.Sum();
        var areas = balance.Shares.SelectMany(balance.Of).Select(worked => worked.Area).Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. balance.Shares.Zip(shortfalls, (share, missing) =>
        {
            var part = hours * (Floor * share.Weight + (1 - Floor) * (sum > 0 ? missing / sum : share.Weight));
            return new ThemePatrol(share, balance.ShareOf(share), part, OverAreas(balance.Of(share), share, areas, part, needs));
        })];
    }

    private static IReadOnlyList<AreaPatrol> OverAreas(IReadOnlyList<WorkedHours> worked, ThemeShare share, IReadOnlyList<string> areas, double hours, DistrictNeeds needs)
    {
        var calls = worked.GroupBy(line => line.Area).Select(area => (Area: area.Key, Weight: (double)area.Sum(line => line.Arrivals))).Where(area => area.Weight > 0).ToDictionary(area => area.Area, area => area.Weight);
        var asked = Asked(share, needs).Where(area => !calls.ContainsKey(area)).ToList();
        if (calls.Count == 0) return Divided((share.Areas.Count > 0 ? share.Areas : areas).Union(asked).Select(area => (area, 1.0)), hours, PatrolCause.Evenly, needs);
        var floor = asked.Count > 0 ? Floor * hours : 0;
        return
        [
            .. Divided(calls.Select(area => (area.Key, area.Value)), hours - floor, PatrolCause.Calls, needs)
                .Concat(Divided(asked.Select(area => (area, NormOf(area, asked, needs))), floor, PatrolCause.Norm, needs).Select(area => needs.NormMinutes.ContainsKey(area.Area) ? area : area with { Cause = PatrolCause.Theme }))
                .OrderBy(area => area.Area, StringComparer.Ordinal),
        ];
    }

    // Districts that the theme names, and those with a norm where it counts; a municipality that it names stands for all its districts.
    private static IEnumerable<string> Asked(ThemeShare share, DistrictNeeds needs) =>
        share.Areas.Where(IsDistrict).Union(needs.NormMinutes.Keys.Where(area => share.Areas.Count == 0 || share.Areas.Contains(area) || share.Areas.Any(code => !IsDistrict(code) && area.Contains(code, StringComparison.Ordinal)))).Order(StringComparer.Ordinal);

    private static bool IsDistrict(string area) => !area.All(char.IsAsciiDigit);

    // A district that the theme names and that has no norm counts as one of the others on average.
    private static double NormOf(string area, List<string> asked, DistrictNeeds needs) =>
        needs.NormMinutes.TryGetValue(area, out var minutes) ? minutes : asked.Select(other => needs.NormMinutes.GetValueOrDefault(other)).Where(norm => norm > 0).Select(norm => (double)norm).DefaultIfEmpty(1).Average();

    private static IReadOnlyList<AreaPatrol> Divided(IEnumerable<(string Area, double Weight)> areas, double hours, PatrolCause cause, DistrictNeeds needs)
    {
        List<(string Area, double Weight)> weights = [.. areas.Select(area => (area.Area, area.Weight * (needs.Below.Contains(area.Area) ? WeightBelow : 1))).OrderBy(area => area.Area, StringComparer.Ordinal)];
        var sum = weights.Sum(area => area.Weight);
        return [.. weights.Select(area => new AreaPatrol(area.Area, hours * area.Weight / sum, cause))];
    }
}

namespace Handhaving.Capacity.Themes;

/// <summary>A theme of the safety plan.</summary>
/// <param name="Weight">Share of the hours that is meant for it, in percent, 1 to 99.</param>
/// <param name="Origin">Where the priority comes from.</param>
/// <param name="Families">Families of incident types that count to it; none = all, in its areas.</param>
/// <param name="Areas">Areas in which they count, districts or municipalities; none = everywhere.</param>
public sealed record PriorityTheme(string Code, string DisplayName, int Weight, string Origin, IReadOnlyList<string> Families, IReadOnlyList<string> Areas)
{
    /// <param name="municipality">Code of the municipality in which the area lies.</param>
    public bool Takes(string family, string area, string municipality) =>
        (Families.Count == 0 || Families.Contains(family)) && (Areas.Count == 0 || Areas.Contains(area) || Areas.Contains(municipality));
}

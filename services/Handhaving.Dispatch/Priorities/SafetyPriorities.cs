using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Types;
using Handhaving.Events.Capacity;

namespace Handhaving.Dispatch.Priorities;

/// <summary>Priorities of the safety plan that hold for a municipality: its own, or its team's.</summary>
/// <param name="Profile">Resource name of the version; empty when there are none.</param>
public sealed record SafetyPriorities(string Profile, IReadOnlyList<HeldTheme> Themes)
{
    public static SafetyPriorities None { get; } = new("", []);

    /// <summary>The first theme that takes an incident; null = none does.</summary>
    public HeldTheme? ThemeOf(Incident incident) => Themes.Select(theme => (HeldTheme?)theme).FirstOrDefault(theme => theme is { } asked && Takes(asked, IncidentType.FamilyOf(incident.Type), incident.Place.Area?.District, incident.Name.Municipality));

    private static bool Takes(HeldTheme theme, string family, string? district, string municipality) =>
        (theme.Families.Count == 0 || theme.Families.Contains(family)) && (theme.Areas.Count == 0 || theme.Areas.Contains(municipality) || (district is not null && theme.Areas.Contains(district)));
}

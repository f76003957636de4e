using System.Globalization;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Themes;

/// <summary>Resource name of a version of priorities: <c>teams/{team}/priorityProfiles/{version}</c> or <c>municipalities/{code}/priorityProfiles/{version}</c>.</summary>
public readonly record struct ProfileName(TenantId Owner, int Version)
{
    public string Value => $"{Owner.Name}/priorityProfiles/{Version}";

    /// <returns>Null when the text is no such name.</returns>
    public static ProfileName? Parse(string text) =>
        text.Split('/') is [_, _, "priorityProfiles", var version] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && TenantId.OfName(text) is { Value: not TenantId.Wildcard } owner
            ? new ProfileName(owner, number)
            : null;

    public override string ToString() => Value;
}

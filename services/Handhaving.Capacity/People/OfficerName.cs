using System.Text.RegularExpressions;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People;

/// <summary>Resource name of somebody: <c>municipalities/{code}/officers/{id}</c> or <c>teams/{team}/officers/{id}</c>; the id is the subject by which the person signs in.</summary>
public readonly partial record struct OfficerName(TenantId Owner, string Id)
{
    public string Value => $"{Owner.Name}/officers/{Id}";

    /// <returns>Null when the text is nobody's name.</returns>
    public static OfficerName? Parse(string text) =>
        text.Split('/') is [_, _, "officers", var id] && IsId(id) && TenantId.OfName(text) is { Value: not TenantId.Wildcard } owner ? new OfficerName(owner, id) : null;

    public static bool IsId(string id) => id.Length <= 63 && Form().IsMatch(id);

    public override string ToString() => Value;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]*\z")]
    private static partial Regex Form();
}

/// <summary>Resource name of an absence: <c>…/officers/{id}/absences/{uuid}</c>.</summary>
public readonly record struct AbsenceName(OfficerName Officer, Guid Id)
{
    public string Value => $"{Officer.Value}/absences/{Id}";

    /// <returns>Null when the text is no absence's name.</returns>
    public static AbsenceName? Parse(string text) =>
        text.Split('/') is [var collection, var owner, var officers, var officer, "absences", var id] && Guid.TryParseExact(id, "D", out var uuid) && OfficerName.Parse($"{collection}/{owner}/{officers}/{officer}") is { } name
            ? new AbsenceName(name, uuid)
            : null;
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using NetTopologySuite.Geometries;

namespace Handhaving.Dispatch.Areas.Import;

/// <summary>What a feature's properties say: the fields of the wijk- en buurtkaart (<c>gemeentecode</c> …; <c>GM_CODE</c> … before 2023) or of the
/// gebiedsindelingen (<c>statcode</c>), in any case.</summary>
/// <param name="FullCode">GM0888, WK088801 or BU08880102.</param>
/// <param name="Name">Empty where the map has none, as for water.</param>
internal sealed partial record OfficialArea(string FullCode, string Name, AreaKind Kind, int? Year)
{
    private static readonly IReadOnlyDictionary<AreaKind, (string[] Codes, string[] Names)> Fields = new Dictionary<AreaKind, (string[], string[])>
    {
        [AreaKind.Neighbourhood] = (["buurtcode", "bu_code", "statcode"], ["buurtnaam", "bu_naam", "statnaam"]),
        [AreaKind.District] = (["wijkcode", "wk_code", "statcode"], ["wijknaam", "wk_naam", "statnaam"]),
        [AreaKind.Municipality] = (["gemeentecode", "gm_code", "statcode"], ["gemeentenaam", "gm_naam", "statnaam"]),
    };

    /// <returns>Null when the feature carries no code of the kind.</returns>
    public static OfficialArea? Of(JsonElement feature, AreaKind? kind)
    {
        if (!feature.TryGetProperty("properties", out var content) || content.ValueKind is not JsonValueKind.Object) return null;
        var properties = content.EnumerateObject().DistinctBy(property => property.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(property => property.Name, property => TextOf(property.Value), StringComparer.OrdinalIgnoreCase);
        foreach (var (candidate, (codes, names)) in Fields.Where(field => kind is null || field.Key == kind))
        {
            var code = Find(properties, codes, value => FormOf(candidate).IsMatch(value));
            if (code is not null) return new(code, Find(properties, names, value => value.Length > 0) ?? "", candidate, YearOf(properties));
        }
        return null;
    }

    /// <summary>The codes are built up: a neighbourhood's begins as its district's, a district's as its municipality's.</summary>
    public Area With(Geometry shape)
    {
        var municipality = FullCode[2..6];
        var (code, parent) = Kind switch
        {
            AreaKind.Municipality => (municipality, null),
            AreaKind.District => (FullCode, municipality),
            AreaKind.Neighbourhood => (FullCode, "WK" + FullCode[2..8]),
            _ => throw new InvalidOperationException($"{Kind} has no code."),
        };
        return new(code, Name.Length > 0 ? Name : FullCode, Kind, municipality, parent, shape);
    }

    private static string? Find(Dictionary<string, string> properties, string[] fields, Func<string, bool> fits) =>
        fields.Select(field => properties.GetValueOrDefault(field, "")).FirstOrDefault(fits);

    private static int? YearOf(Dictionary<string, string> properties) =>
        int.TryParse(properties.GetValueOrDefault("jaar", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200 ? year : null;

    private static string TextOf(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString().Trim() : "";

    private static Regex FormOf(AreaKind kind) => kind switch
    {
        AreaKind.Municipality => MunicipalityForm(),
        AreaKind.District => DistrictForm(),
        AreaKind.Neighbourhood => NeighbourhoodForm(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind."),
    };

    [GeneratedRegex("^GM[0-9]{4}$")]
    private static partial Regex MunicipalityForm();

    [GeneratedRegex("^WK[0-9]{4}[0-9A-Z]{2}$")]
    private static partial Regex DistrictForm();

    [GeneratedRegex("^BU[0-9]{4}[0-9A-Z]{4}$")]
    private static partial Regex NeighbourhoodForm();
}

using System.Text.Json;
using Handhaving.Dispatch.Recommendation.Staffing;

namespace Handhaving.Dispatch.Types;

/// <summary>Kinds of incident that other settings name: a name that nobody knows would be kept and never count.</summary>
internal static class NamedKinds
{
    /// <summary>Keys of settings that name kinds.</summary>
    public static IReadOnlyList<string> NamingKeys { get; } = [DispatchSettings.InterruptibleTypes, DispatchSettings.CrewWindows];

    /// <param name="value">Accepted before.</param>
    public static IEnumerable<string> In(string key, string value) => key switch
    {
        DispatchSettings.InterruptibleTypes => JsonSerializer.Deserialize<string[]>(value) ?? [],
        DispatchSettings.CrewWindows => CrewWindow.Read(value).SelectMany(window => window.Types),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Names no kinds."),
    };

    /// <summary>All that can be named under a list of decisions: what is off as well, for what runs goes on, and families where those count.</summary>
    public static IReadOnlySet<string> KnownFor(string key, string decisions)
    {
        var codes = IncidentCatalog.Shipped.Types.Select(kind => kind.Code).Concat(KindDecision.Read(decisions).Select(decision => decision.Code)).ToHashSet();
        if (key is DispatchSettings.CrewWindows) codes.UnionWith(codes.Select(IncidentType.FamilyOf).ToList());
        return codes;
    }

    /// <summary>Says in Dutch that a kind does not exist, with those that could be meant: of its family, else all families.</summary>
    public static string Unknown(string code, IReadOnlySet<string> known)
    {
        var family = known.Where(other => other.Contains('.', StringComparison.Ordinal) && IncidentType.FamilyOf(other) == IncidentType.FamilyOf(code)).Order(StringComparer.Ordinal).ToList();
        return family.Count > 0
            ? $"Soort {code} bestaat niet. In deze familie bestaan: {string.Join(", ", family)}."
            : $"Soort {code} bestaat niet. De families zijn: {string.Join(", ", known.Select(IncidentType.FamilyOf).Distinct().Order(StringComparer.Ordinal))}.";
    }

    /// <summary>Says in Dutch that a list misses what is named elsewhere.</summary>
    /// <param name="isElsewhere">By a municipality of the team whose list it is.</param>
    public static string Gone(string code, string key, bool isElsewhere) =>
        $"Soort {code} ontbreekt, en {(isElsewhere ? "een gemeente van dit team noemt die nog" : "staat nog")} in {key}. Haal de soort daar eerst weg, of laat haar hier staan met isOff.";
}

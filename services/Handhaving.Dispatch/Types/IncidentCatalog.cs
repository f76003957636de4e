using System.Text.Json;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Types;

/// <summary>The kinds of incident and the outcomes that can be recorded; the list ships with the service.</summary>
public sealed class IncidentCatalog
{
    private readonly Dictionary<string, IncidentType> types;
    private readonly IReadOnlyList<Disposition> dispositions;

    private IncidentCatalog(Dictionary<string, IncidentType> types, IReadOnlyList<Disposition> dispositions) => (this.types, this.dispositions) = (types, dispositions);

    public IEnumerable<IncidentType> Types => types.Values.OrderBy(type => type.Code, StringComparer.Ordinal);

    /// <summary>Outcomes for who decided on no others, in the order of the list.</summary>
    public IReadOnlyList<Disposition> Dispositions => dispositions;

    /// <summary>The list that ships with this service.</summary>
    public static IncidentCatalog Shipped { get; } = Load();

    public static IncidentCatalog Load()
    {
        using var stream = typeof(IncidentCatalog).Assembly.GetManifestResourceStream("incident-types.json") ?? throw new InvalidOperationException("incident-types.json is not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    /// <exception cref="InvalidOperationException">A kind counts for no theme or for one that does not exist, or needs no domain: the service does not start (C-09). All are named.</exception>
    public static IncidentCatalog Read(string json)
    {
        var content = JsonSerializer.Deserialize<Content>(json, MessageJson.Options) ?? throw new JsonException("The list of incident types is empty.");
        var problems = content.Types.SelectMany(Problems).ToList();
        if (problems.Count > 0) throw new InvalidOperationException("The list of incident types is not right:" + Environment.NewLine + string.Join(Environment.NewLine, problems));
        return new(content.Types.ToDictionary(type => type.Code, type => type.ToType()), content.Dispositions);
    }

    /// <returns>Null when no kind that ships has this code.</returns>
    public IncidentType? Known(string code) => types.GetValueOrDefault(code);

    public IEnumerable<IncidentType> OfFamily(string family) => Types.Where(type => type.Family == family);

    public bool HasFamily(string family) => OfFamily(family).Any();

    /// <returns>What people call a kind; its code when it is none that ships.</returns>
    public string NameOf(string code) => Known(code)?.DisplayName ?? code;

    public IncidentType Find(string code) => types.TryGetValue(code, out var type) ? type : throw IncidentRules.KnownType.Broken(("type", code));

    /// <returns>What the incident was said to be, whatever its municipality calls that by now.</returns>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">INCIDENT_NOT_CLASSIFIED.</exception>
    public IncidentType TypeOf(Incident incident)
    {
        IncidentRules.Classified.Require(incident.Type.Length > 0, ("number", incident.Number));
        return incident.Kind ?? Find(incident.Type);
    }

    private static IEnumerable<string> Problems(Entry type)
    {
        if (type.Theme is null) yield return $"{type.Code}: no theme";
        else if (SafetyTheme.Find(type.Theme) is null) yield return $"{type.Code}: theme {type.Theme} is not one of the {SafetyTheme.All.Count}";
        if (type.Domains is null or []) yield return $"{type.Code}: no domain";
        if (!Enum.IsDefined(type.Leadership)) yield return $"{type.Code}: not stated who may lead";
    }

    private sealed record Content(IReadOnlyList<Entry> Types, IReadOnlyList<Disposition> Dispositions);

    private sealed record Entry(string Code, string DisplayName, IReadOnlyList<Officers.CompetenceDomain>? Domains, string? Theme, int MinimumCrew, Leadership Leadership, CrewRule CrewRule, IReadOnlyList<string>? Equipment)
    {
        public IncidentType ToType() => new(Code, DisplayName, Domains ?? [], CrewRule == default ? CrewRule.OneMember : CrewRule, Theme ?? "", MinimumCrew, Leadership, Equipment ?? []);
    }
}

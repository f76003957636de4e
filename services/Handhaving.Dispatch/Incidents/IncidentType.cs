using System.Text.Json;
using Handhaving.Dispatch.Officers;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Incidents;

/// <summary>A kind of incident: what a unit must be competent in, and the theme of the safety policy it counts for.</summary>
public sealed record IncidentType(string Code, string DisplayName, CompetenceDomain Domain, string Theme, int MinimumCrew);

/// <summary>The kinds of incident and the outcomes that can be recorded; the list ships with the service.</summary>
public sealed class IncidentCatalog
{
    private readonly Dictionary<string, IncidentType> types;
    private readonly HashSet<string> dispositions;

    private IncidentCatalog(Dictionary<string, IncidentType> types, HashSet<string> dispositions) => (this.types, this.dispositions) = (types, dispositions);

    public IEnumerable<IncidentType> Types => types.Values.OrderBy(type => type.Code, StringComparer.Ordinal);

    public static IncidentCatalog Load()
    {
        using var stream = typeof(IncidentCatalog).Assembly.GetManifestResourceStream("incident-types.json") ?? throw new InvalidOperationException("incident-types.json is not embedded.");
        var content = JsonSerializer.Deserialize<Content>(stream, ServiceDefaults.Delivery.MessageJson.Options) ?? throw new JsonException("incident-types.json is empty.");
        return new(content.Types.ToDictionary(type => type.Code), [.. content.Dispositions]);
    }

    public IncidentType Find(string code) => types.TryGetValue(code, out var type) ? type : throw IncidentRules.KnownType.Broken(("type", code));

    public void RequireDisposition(string code) => IncidentRules.KnownDisposition.Require(dispositions.Contains(code), ("disposition", code));

    private sealed record Content(IReadOnlyList<IncidentType> Types, IReadOnlyList<string> Dispositions);
}

using Handhaving.Dispatch.V1;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Scenario.Places;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Evenings;

/// <summary>The platform cannot play this scenario.</summary>
public sealed class NotReadyException(string message) : Exception(message);

/// <summary>Whether the platform knows what the scenario deals: asked before anything is sent.</summary>
public static class Readiness
{
    private const int PageSize = 500;

    /// <returns>How jobs end in each municipality.</returns>
    /// <exception cref="NotReadyException">A municipality does not know some kinds of incident; all are named.</exception>
    public static async Task<LocalOutcomes> RequireAsync(Platform platform, ScenarioShape scenario, Region region, CancellationToken cancellation)
    {
        Dictionary<string, IReadOnlyList<string>> outcomes = [];
        foreach (var municipality in region.Municipalities)
        {
            (var known, outcomes[municipality]) = await KnownAsync(platform, municipality, cancellation);
            var unknown = scenario.Codes.Where(code => !known.Contains(code)).Order(StringComparer.Ordinal).ToList();
            if (unknown.Count > 0)
                throw new NotReadyException($"Municipality {municipality} does not know the kinds of incident {string.Join(", ", unknown)} of {scenario.Name}. Choose another --scenario, or add them to the platform's catalogue.");
        }
        return new(outcomes);
    }

    private static async Task<(HashSet<string> Kinds, IReadOnlyList<string> Outcomes)> KnownAsync(Platform platform, string municipality, CancellationToken cancellation)
    {
        HashSet<string> known = [];
        IReadOnlyList<string> outcomes = [];
        var request = new ListIncidentTypesRequest { Parent = $"municipalities/{municipality}", PageSize = PageSize };
        do
        {
            var page = await platform.Caller.AskAsync("ListIncidentTypes", options => platform.Incidents.ListIncidentTypesAsync(request, options), cancellation);
            known.UnionWith(page.Types_.Select(type => type.Code));
            outcomes = [.. page.Dispositions.Select(outcome => outcome.Code)];
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return (known, outcomes);
    }
}

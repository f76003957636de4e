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

    /// <exception cref="NotReadyException">A municipality does not know some kinds of incident; all are named.</exception>
    public static async Task RequireAsync(Platform platform, ScenarioShape scenario, Region region, CancellationToken cancellation)
    {
        foreach (var municipality in region.Municipalities)
        {
            var known = await KnownAsync(platform, municipality, cancellation);
            var unknown = scenario.Codes.Where(code => !known.Contains(code)).Order(StringComparer.Ordinal).ToList();
            if (unknown.Count > 0)
                throw new NotReadyException($"Municipality {municipality} does not know the kinds of incident {string.Join(", ", unknown)} of {scenario.Name}. Choose another --scenario, or add them to the platform's catalogue.");
        }
    }

    private static async Task<HashSet<string>> KnownAsync(Platform platform, string municipality, CancellationToken cancellation)
    {
        HashSet<string> known = [];
        var request = new ListIncidentTypesRequest { Parent = $"municipalities/{municipality}", PageSize = PageSize };
        do
        {
            var page = await platform.Caller.AskAsync("ListIncidentTypes", options => platform.Incidents.ListIncidentTypesAsync(request, options), cancellation);
            known.UnionWith(page.Types_.Select(type => type.Code));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return known;
    }
}

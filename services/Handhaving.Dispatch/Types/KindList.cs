using System.Runtime.CompilerServices;
using System.Text.Json;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Types;

/// <summary>The kinds of incident that can be reported in one municipality: the list that ships, with what the municipality or its team decided over it.</summary>
public sealed class KindList
{
    // Settings are read each second, and asked far more often.
    private static readonly ConditionalWeakTable<DecidedSettings, KindList> Read = [];
    private readonly Dictionary<string, IncidentType> kinds;

    private KindList(IEnumerable<IncidentType> all) => kinds = all.ToDictionary(kind => kind.Code);

    /// <summary>By code.</summary>
    public IEnumerable<IncidentType> All => kinds.Values.OrderBy(kind => kind.Code, StringComparer.Ordinal);

    public static KindList Of(DecidedSettings settings) => Read.GetValue(settings, decided => Over(IncidentCatalog.Shipped, KindDecision.Read(decided[DispatchSettings.IncidentTypes])));

    /// <param name="decisions">Accepted before.</param>
    public static KindList Over(IncidentCatalog shipped, IReadOnlyList<KindDecision> decisions)
    {
        var byCode = decisions.ToDictionary(decision => decision.Code);
        var changed = shipped.Types.Select(kind => byCode.Remove(kind.Code, out var decision) ? (decision.IsOff ? null : decision.Over(kind)) : kind).OfType<IncidentType>().ToList();
        return new(changed.Concat(byCode.Values.Where(decision => !decision.IsOff).Select(decision => decision.ToKind())));
    }

    /// <summary>Asked within a decision: a repeated call is answered as before, whatever the list is by now.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">UNKNOWN_INCIDENT_TYPE.</exception>
    public IncidentType Find(string code) => kinds.TryGetValue(code, out var kind) ? kind : throw IncidentRules.KnownType.Broken(("type", code));
}

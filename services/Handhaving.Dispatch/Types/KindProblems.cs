using System.Text.Json;
using System.Text.RegularExpressions;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access.Fields;

namespace Handhaving.Dispatch.Types;

/// <summary>What is wrong with a list of decisions about kinds of incident, in Dutch.</summary>
internal static partial class KindProblems
{
    private const int Most = 100;

    /// <returns>One sentence each; nothing when it is right.</returns>
    public static IEnumerable<string> Of(JsonElement value)
    {
        IReadOnlyList<KindDecision?>? kinds;
        try
        {
            kinds = KindDecision.Read(value);
        }
        catch (JsonException wrong)
        {
            return [$"De lijst is niet leesbaar bij {wrong.Path ?? "$"}."];
        }
        return kinds is not { Count: <= Most } || kinds.Any(kind => kind is null) ? [$"De lijst heeft hoogstens {Most} soorten, en geen lege."] : Of([.. kinds.OfType<KindDecision>()]);
    }

    private static IEnumerable<string> Of(IReadOnlyList<KindDecision> kinds)
    {
        foreach (var twice in kinds.GroupBy(kind => kind.Code).Where(group => group.Count() > 1)) yield return $"Soort {twice.Key} staat er meer dan een keer in.";
        foreach (var problem in kinds.SelectMany(Of)) yield return problem;
        var off = kinds.Where(kind => kind.IsOff).Select(kind => kind.Code).ToHashSet();
        if (IncidentCatalog.Shipped.Types.All(kind => off.Contains(kind.Code)) && kinds.All(kind => kind.IsOff)) yield return "Er blijft geen soort melding over.";
    }

    private static IEnumerable<string> Of(KindDecision kind)
    {
        if (kind.Code is null || !CodeForm().IsMatch(kind.Code)) return [$"Code '{kind.Code}' moet een familie, een punt en een naam hebben, van kleine letters, cijfers en streepjes."];
        var shipped = IncidentCatalog.Shipped.Known(kind.Code);
        return InAny(kind).Concat(shipped is null ? OfOwn(kind) : OfShipped(kind, shipped)).Select(problem => $"Soort {kind.Code}: {problem}");
    }

    private static IEnumerable<string> InAny(KindDecision kind)
    {
        foreach (var name in new[] { kind.DisplayName, kind.EnglishDisplayName }.OfType<string>())
            if (name.IsBlank() || name.Length > 60) yield return "een naam heeft 1 tot en met 60 tekens.";
        if (kind.MinimumCrew is < 1 or > 8) yield return "minimumCrew ligt tussen 1 en 8.";
        if (kind.DefaultPriority is < 1 or > 5) yield return "defaultPriority ligt tussen 1 en 5.";
        if (kind.StayMinutes is < 0 or > 240) yield return "stayMinutes ligt tussen 0 en 240.";
    }

    // Which powers a kind asks and that the police lead what is theirs alone is law and policy (C-14, C-40), no municipality's own decision.
    private static IEnumerable<string> OfShipped(KindDecision kind, IncidentType shipped)
    {
        if (kind.Domains is not null || kind.CrewRule is not null || kind.Theme is not null || kind.Equipment is not null || kind.Like is not null) yield return "domains, crewRule, theme, equipment en like liggen vast.";
        if (shipped.IsPolices && kind.Leadership is not (null or Leadership.PoliceOnly)) yield return "dit leidt alleen de politie.";
    }

    private static IEnumerable<string> OfOwn(KindDecision kind)
    {
        var family = IncidentCatalog.Shipped.OfFamily(IncidentType.FamilyOf(kind.Code)).ToList();
        if ((family.Count == 0 ? "deze familie bestaat niet." : OfFamily(kind, family)) is { } problem) yield return problem;
        if (kind.DisplayName is null) yield return "een eigen soort heeft een displayName.";
        if (kind.Domains is null or []) yield return "een eigen soort heeft domains.";
        if (kind.Leadership is null) yield return "een eigen soort heeft leadership.";
        if (kind.Theme is null || SafetyTheme.Find(kind.Theme) is null) yield return $"een eigen soort heeft een theme, een van de {SafetyTheme.All.Count}.";
        foreach (var code in (kind.Equipment ?? []).Where(code => code is null || !Equipment.Knows(code))) yield return $"uitrusting {code} bestaat niet.";
    }

    private static string? OfFamily(KindDecision kind, IReadOnlyList<IncidentType> family)
    {
        var like = family.FirstOrDefault(shipped => shipped.Code == kind.Like);
        if (kind.Like is not null && like is null) return $"like noemt een soort van deze familie: {CodesOf(family)}.";
        var isForBoas = kind.Leadership is not (null or Leadership.PoliceOnly);
        if (like is not null && like.IsPolices && isForBoas) return $"een vorm van {like.Code} leidt alleen de politie.";
        if (like?.Domains.Except(kind.Domains ?? []).ToList() is { Count: > 0 } missing) return $"domains bevat wat {like.Code} vraagt: {string.Join(", ", missing)}.";
        if (like is not null || !isForBoas) return null;
        if (family.All(shipped => shipped.IsPolices)) return "in deze familie leidt alleen de politie.";
        return family.Any(shipped => shipped.IsPolices)
            ? $"in deze familie leidt de politie alleen: {CodesOf(family.Where(shipped => shipped.IsPolices))}. Noem in like van welke andere soort dit een vorm is ({CodesOf(family.Where(shipped => !shipped.IsPolices))}), of zet leadership op PoliceOnly."
            : null;
    }

    private static string CodesOf(IEnumerable<IncidentType> kinds) => string.Join(", ", kinds.Select(kind => kind.Code));

    [GeneratedRegex(@"^[a-z0-9-]{1,30}\.[a-z0-9][a-z0-9.-]{0,32}\z")]
    private static partial Regex CodeForm();
}

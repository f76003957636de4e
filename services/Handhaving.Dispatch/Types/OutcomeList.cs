using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access.Fields;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Types;

/// <summary>The outcomes (aflopen) that can be recorded for incidents of one municipality, in the order of its list.</summary>
public sealed partial class OutcomeList
{
    private const int MostOutcomes = 100;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private OutcomeList(IReadOnlyList<Disposition> all) => All = all;

    /// <summary>What counts where nobody decided otherwise.</summary>
    public static string DefaultJson { get; } = JsonSerializer.Serialize(IncidentCatalog.Shipped.Dispositions, Json);

    public IReadOnlyList<Disposition> All { get; }

    public static OutcomeList Of(DecidedSettings settings) => Read(settings[DispatchSettings.Outcomes]);

    /// <summary>Reads a list that was accepted before.</summary>
    public static OutcomeList Read(string json) => new(JsonSerializer.Deserialize<List<Disposition>>(json, Json) ?? throw new JsonException("The list of outcomes is empty."));

    /// <returns>What is wrong with a list, one sentence each, in Dutch; nothing when it is right.</returns>
    public static IEnumerable<string> ProblemsOf(JsonElement value)
    {
        List<Disposition?>? outcomes;
        try
        {
            outcomes = value.Deserialize<List<Disposition?>>(Json);
        }
        catch (JsonException wrong)
        {
            return [$"De lijst is niet leesbaar bij {wrong.Path ?? "$"}."];
        }
        return outcomes is not { Count: > 0 and <= MostOutcomes } || outcomes.Any(outcome => outcome is null) ? [$"De lijst moet 1 tot en met {MostOutcomes} aflopen hebben."] : ProblemsOf([.. outcomes.OfType<Disposition>()]);
    }

    /// <summary>Asked within a decision: a repeated call is answered as before, whatever the list is by now.</summary>
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">UNKNOWN_DISPOSITION, naming those that exist.</exception>
    public Disposition Require(string code) => All.FirstOrDefault(outcome => outcome.Code == code)
        ?? throw IncidentRules.KnownDisposition.Broken(
            ("disposition", code), ("known", string.Join(", ", All.Select(known => known.Code))), ("knownLabel", string.Join(", ", All.Select(known => $"{known.DisplayName} ({known.Code})"))));

    private static IEnumerable<string> ProblemsOf(IReadOnlyList<Disposition> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome.Code is null || !CodeForm().IsMatch(outcome.Code)) yield return $"Code '{outcome.Code}' moet 1 tot en met 64 kleine letters, cijfers, punten of streepjes hebben.";
            if (outcome.EnglishDisplayName is { } english && (english.IsBlank() || english.Length > 60)) yield return $"Code {outcome.Code} moet een Engelse naam hebben van 1 tot en met 60 tekens, of geen.";
            if (outcome.DisplayName.IsBlank() || outcome.DisplayName.Length > 60) yield return $"Code {outcome.Code} moet een naam hebben van 1 tot en met 60 tekens.";
        }
        foreach (var twice in outcomes.GroupBy(outcome => outcome.Code).Where(group => group.Count() > 1)) yield return $"Code {twice.Key} staat er meer dan een keer in.";
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{0,63}\z")]
    private static partial Regex CodeForm();
}

using System.Text.Json;
using System.Text.Json.Serialization;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access.Fields;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.StatusCodes;

/// <summary>The codes of one owner, in the order of its list.</summary>
public sealed class StatusCodeList
{
    // Dutch community list, not official: numbers of C2000 and GMS are not public.
    public const string DefaultJson = """
        [
          {"code": "1", "label": "Beschikbaar", "meaning": "Available", "allowedNext": ["2", "3", "4", "6", "7", "8", "9", "10"]},
          {"code": "2", "label": "Aanrijdend", "meaning": "UnderWay", "allowedNext": ["3", "4", "5", "6", "7", "8"], "warnSeconds": 900, "alertSeconds": 1800},
          {"code": "3", "label": "Ter plaatse", "meaning": "OnScene", "allowedNext": ["4", "5", "6", "7", "8"], "warnSeconds": 3600, "alertSeconds": 7200},
          {"code": "4", "label": "Melding afgerond", "meaning": "JobDone"},
          {"code": "5", "label": "Transport", "meaning": "Transporting"},
          {"code": "6", "label": "Spraakaanvraag", "meaning": "SpeechRequest", "warnSeconds": 60, "alertSeconds": 180},
          {"code": "7", "label": "Spraak urgent", "meaning": "SpeechUrgent", "warnSeconds": 10, "alertSeconds": 30},
          {"code": "8", "label": "Incidentmelding", "meaning": "IncidentReport"},
          {"code": "9", "label": "Tijdelijk niet beschikbaar", "meaning": "OutOfService", "allowedNext": ["1", "6", "7", "8", "10"], "warnSeconds": 1800, "alertSeconds": 3600},
          {"code": "10", "label": "Uit dienst", "meaning": "OffDuty"}
        ]
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private StatusCodeList(IReadOnlyList<StatusCode> all) => All = all;

    public IReadOnlyList<StatusCode> All { get; }

    /// <summary>Reads a list that was accepted before.</summary>
    public static StatusCodeList Read(string json) => new([.. (JsonSerializer.Deserialize<List<Entry>>(json, Json) ?? throw new JsonException("The list of status codes is empty.")).Select(entry => entry.ToCode())]);

    /// <returns>What is wrong with a list, one sentence each, in Dutch; nothing when it is right.</returns>
    public static IEnumerable<string> ProblemsOf(JsonElement value)
    {
        List<Entry?>? entries;
        try
        {
            entries = value.Deserialize<List<Entry?>>(Json);
        }
        catch (JsonException wrong)
        {
            return [$"De lijst is niet leesbaar bij {wrong.Path ?? "$"}."];
        }
        return entries is not { Count: > 0 } || entries.Any(entry => entry is null) ? ["De lijst heeft geen codes of een lege code."] : ProblemsOf([.. entries.OfType<Entry>()]);
    }

    public StatusCode Find(string code, UnitKind kind) =>
        All.FirstOrDefault(one => one.Code == code && one.IsFor(kind)) ?? throw StatusCodeRules.Known.Broken(("code", code), ("known", string.Join(", ", All.Where(one => one.IsFor(kind)).Select(one => one.Code))));

    /// <summary>The code that a unit of a kind has while something holds; null when its owner has none for it.</summary>
    public StatusCode? Of(StatusMeaning meaning, UnitKind kind) => All.FirstOrDefault(one => one.Meaning == meaning && one.IsFor(kind));

    private static IEnumerable<string> ProblemsOf(List<Entry> entries)
    {
        var codes = entries.Select(entry => entry.Code).ToHashSet();
        foreach (var twice in entries.GroupBy(entry => entry.Code).Where(group => group.SelectMany(KindsOf).GroupBy(kind => kind).Any(kind => kind.Count() > 1)))
            yield return $"Code {twice.Key} staat er meer dan een keer in voor hetzelfde soort eenheid.";
        foreach (var entry in entries)
        {
            if (entry.Code is not { Length: > 0 and <= 8 }) yield return $"Code '{entry.Code}' moet 1 tot en met 8 tekens hebben.";
            if (entry.Label.IsBlank() || entry.Label.Length > 60) yield return $"Code {entry.Code} moet een label hebben van 1 tot en met 60 tekens.";
            if (!Enum.IsDefined(entry.Meaning)) yield return $"Code {entry.Code} heeft geen betekenis (meaning).";
            foreach (var unknown in (entry.AllowedNext ?? []).Where(next => !codes.Contains(next))) yield return $"Code {entry.Code}: de volgende code {unknown} bestaat niet.";
            if (entry.WarnSeconds is < 0 or > 86_400 || entry.AlertSeconds is < 0 or > 86_400) yield return $"Code {entry.Code}: seconden liggen tussen 0 en 86400.";
            if (entry is { WarnSeconds: > 0, AlertSeconds: > 0 } && entry.WarnSeconds > entry.AlertSeconds) yield return $"Code {entry.Code}: de waarschuwing komt na het alarm.";
            if ((entry.Kinds ?? []).Any(kind => !Enum.IsDefined(kind))) yield return $"Code {entry.Code}: onbekend soort eenheid.";
        }
        foreach (var missing in new[] { StatusMeaning.Available, StatusMeaning.UnderWay, StatusMeaning.OnScene, StatusMeaning.JobDone }.Except(entries.Select(entry => entry.Meaning)))
            yield return $"Er is geen code met betekenis {missing}.";
    }

    private static IEnumerable<UnitKind> KindsOf(Entry entry) => entry.Kinds is { Count: > 0 } kinds ? kinds : Enum.GetValues<UnitKind>();

    private sealed record Entry(
        string? Code, string? Label, StatusMeaning Meaning, IReadOnlyList<string>? AllowedNext, IReadOnlyList<UnitKind>? Kinds, bool ReportableByUnit = true, int WarnSeconds = 0, int AlertSeconds = 0)
    {
        public StatusCode ToCode() => new(Code ?? "", Label ?? "", Meaning, ReportableByUnit, AllowedNext ?? [], WarnSeconds, AlertSeconds, Kinds ?? []);
    }
}

using System.Text.Json;
using Handhaving.Dispatch.Recommendation.Staffing;
using Handhaving.Dispatch.StatusCodes;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch;

/// <summary>What a municipality or team decides for itself in dispatch.</summary>
public static class DispatchSettings
{
    public const string OfferSeconds = "dispatch.offer-seconds";
    public const string ScheduleLeadMinutes = "dispatch.schedule-lead-minutes";
    public const string AutoCloseHours = "dispatch.auto-close-hours";
    public const string DuplicateMeters = "dispatch.duplicate-meters";
    public const string DuplicateMinutes = "dispatch.duplicate-minutes";
    public const string InterruptiblePriority = "dispatch.interruptible-priority";
    public const string InterruptibleTypes = "dispatch.interruptible-types";
    public const string UrgentPriority = "dispatch.urgent-priority";
    public const string BorrowHoldMinutes = "dispatch.borrow-hold-minutes";
    public const string TravelStepSeconds = "dispatch.travel-step-seconds";
    public const string AllowedEquipment = "dispatch.allowed-equipment";
    public const string ExtendDutyHours = "dispatch.extend-duty-hours";
    public const string ExpectedStayMinutes = "dispatch.expected-stay-minutes";
    public const string CrewWindows = "dispatch.crew-windows";
    public const string Outcomes = "dispatch.outcomes";
    public const string IncidentTypes = "dispatch.incident-types";
    public const string StatusCodes = "dispatch.status-codes";

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        Whole(OfferSeconds, "Hoe lang een aanbod aan een eenheid blijft staan, in hele seconden van 10 tot en met 300.", 30, 10, 300),
        Whole(ScheduleLeadMinutes, "Hoe lang voor het geplande moment een geplande melding terugkomt, in hele minuten van 0 tot en met 1440.", 15, 0, 1440),
        Whole(AutoCloseHours, "Na hoeveel uur een afgehandelde melding vanzelf sluit, van 1 tot en met 720.", 24, 1, 720),
        Whole(DuplicateMeters, "Binnen hoeveel meter een melding dezelfde kan zijn, van 10 tot en met 1000.", 100, 10, 1000),
        Whole(DuplicateMinutes, "Binnen hoeveel minuten een melding dezelfde kan zijn, van 5 tot en met 1440.", 30, 5, 1440),
        Whole(InterruptiblePriority, "Vanaf welke prioriteit (1 tot en met 5; 6 = geen) een eenheid van haar melding gehaald mag worden voor een dringender melding.", 4, 1, 6),
        new(InterruptibleTypes, "Soorten melding (codes) waar een eenheid altijd vanaf gehaald mag worden voor een dringender melding.", "[]",
            value => !InterruptibleProblems(value).Any()) { Problems = InterruptibleProblems },
        Whole(UrgentPriority, "Tot en met welke prioriteit (1 tot en met 5; 0 = geen) een melding spoed is en ook eenheden van andere teams worden gezocht.", 2, 0, 5),
        new(BorrowHoldMinutes, "Hoeveel minuten een melding wacht voor een eenheid van een ander team wordt geleend, per prioriteit 1 tot en met 5: vijf hele getallen van 0 tot en met 1440.", "[3,5,10,20,30]",
            value => IsFivefold(value, 1440)),
        Whole(TravelStepSeconds, "Reistijden in dezelfde stap van zoveel seconden gelden als gelijk; dan telt wie vrij is, wie er thuis is en wie het langst rust. Van 1 tot en met 300.", 30, 1, 300),
        new(AllowedEquipment, $"Welke uitrusting een boa in deze gemeente mag dragen, ook een boa van elders: codes uit {Equipment.Codes}.", """["aed","bodycam","dog","handcuffs","portofoon"]""",
            value => Texts(value) is { } codes && codes.All(Equipment.Knows)),
        Whole(ExtendDutyHours, "Tot hoeveel uur vooruit een dienst verlengd mag worden, in hele uren van 1 tot en met 12.", 4, 1, 12),
        new(ExpectedStayMinutes, "Hoeveel minuten een melding naar verwachting duurt, per prioriteit 1 tot en met 5: zo lang moet de akte nog gelden, en de dienst zo lang na de verwachte aankomst. Vijf hele getallen van 0 tot en met 240; 0 = elk restant van een dienst is genoeg.", "[0,15,15,30,30]", value => IsFivefold(value, 240)),
        new(CrewWindows, "Op welke uren een eenheid uit meer mensen bestaat, als lijst: days (Monday tot en met Sunday), from, to (uu:mm:ss), minimum en eventueel types (soorten melding).", "[]",
            value => !CrewWindow.ProblemsOf(value).Any()) { Problems = CrewWindow.ProblemsOf },
        new(Outcomes, "De aflopen die bij een melding vastgelegd kunnen worden, als lijst: code, displayName.", OutcomeList.DefaultJson,
            value => !OutcomeList.ProblemsOf(value).Any()) { Problems = OutcomeList.ProblemsOf },
        new(IncidentTypes, "Wat hier anders is dan in de lijst van soorten melding die meekomt, als lijst: code, displayName, englishDisplayName, minimumCrew, leadership, defaultPriority, stayMinutes, isOff; een eigen soort in een bekende familie ook domains, crewRule, theme, equipment en like (de soort waarvan dit een vorm is).", "[]",
            value => !KindProblems.Of(value).Any()) { Problems = KindProblems.Of },
        new(StatusCodes, "De statuscodes waarmee eenheden melden, als lijst: code, label, meaning, reportableByUnit, allowedNext, warnSeconds, alertSeconds, kinds.", StatusCodeList.DefaultJson,
            value => !StatusCodeList.ProblemsOf(value).Any()) { Problems = StatusCodeList.ProblemsOf },
    ];

    // Whether a code is known where it is decided is looked at when that is done.
    private static IEnumerable<string> InterruptibleProblems(JsonElement value) => Texts(value) is not { } codes
        ? ["De waarde is een lijst van codes."]
        : codes.Where(code => !code.Contains('.', StringComparison.Ordinal) || !IncidentCatalog.Shipped.HasFamily(IncidentType.FamilyOf(code))).Select(code => NamedKinds.Unknown(code, NamedKinds.KnownFor(InterruptibleTypes, "[]")));

    private static List<string>? Texts(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String)
            ? [.. value.EnumerateArray().Select(item => item.GetString() ?? "")]
            : null;

    private static bool IsFivefold(JsonElement value, int most) => value.ValueKind is JsonValueKind.Array && value.GetArrayLength() == 5
        && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.Number && item.TryGetInt32(out var number) && number >= 0 && number <= most);

    private static SettingDefinition Whole(string key, string description, int usual, int least, int most) => new(key, description, usual.ToString(System.Globalization.CultureInfo.InvariantCulture),
        value => value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most);
}

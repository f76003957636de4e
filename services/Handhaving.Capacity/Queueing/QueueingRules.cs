using System.Globalization;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Queueing;

/// <summary>Rules of the numbers that a queueing model takes.</summary>
public static class QueueingRules
{
    public static readonly Rule Positive = new("NUMBER_NOT_POSITIVE", RuleOutcome.Invalid,
        "{field} must be a finite number above 0.", "Vul bij {field} een getal groter dan 0 in.");

    public static readonly Rule NotNegative = new("NUMBER_NEGATIVE", RuleOutcome.Invalid,
        "{field} must be a finite number of at least 0.", "Vul bij {field} een getal van 0 of hoger in.");

    public static readonly Rule Share = new("SHARE_OUT_OF_RANGE", RuleOutcome.Invalid,
        "{field} must be above 0 and below 1.", "Vul bij {field} een deel tussen 0 en 1 in.");

    public static readonly Rule Availability = new("AVAILABILITY_OUT_OF_RANGE", RuleOutcome.Invalid,
        "Availability must be above 0 and at most 1.", "Vul bij beschikbaarheid een deel boven 0 en hoogstens 1 in.");

    public static readonly Rule Count = new("COUNT_OUT_OF_RANGE", RuleOutcome.Invalid,
        "{field} must be from {least} to {most}.", "Kies bij {field} een aantal van {least} tot en met {most}.");

    public static readonly Rule Preference = new("PREFERENCE_NOT_COMPLETE", RuleOutcome.Invalid,
        "The preference of atom {atom} must name each of the {units} units once.", "De voorkeur van gebied {atom} moet elk van de {units} eenheden precies een keer noemen.");

    public static readonly Rule TravelPerUnit = new("TRAVEL_NOT_COMPLETE", RuleOutcome.Invalid,
        "Atom {atom} needs a travel time for each of the {units} units.", "Geef voor gebied {atom} een aanrijtijd van elk van de {units} eenheden.");

    public static readonly Rule EqualService = new("SERVICE_RATES_DIFFER", RuleOutcome.Invalid,
        "The approximation takes units with one service rate.", "De benadering rekent met een afhandeltijd voor alle eenheden. Kies de exacte berekening, of geef alle eenheden dezelfde tijd.");

    public static readonly Rule Stable = new("LOAD_UNSTABLE", RuleOutcome.Invalid,
        "The calls are work for {erlangs} units and there are {units}: the line would grow without end. Add units, shorten the service time, or let calls be lost.",
        "De meldingen zijn werk voor {erlangs} eenheden en er zijn er {units}: de rij groeit zonder einde. Voeg eenheden toe, of reken met een kortere afhandeltijd.");

    public static readonly Rule InReach = new("TARGET_OUT_OF_REACH", RuleOutcome.Precondition,
        "Not even {units} units meet what is asked; ask for a longer wait, a smaller share or a smaller reserve.", "Ook met {units} eenheden wordt dit niet gehaald. Kies een langere wachttijd, een kleiner deel of een kleinere reserve.");

    public static readonly Rule ReserveOfSomebody = new("RESERVE_OF_NOBODY", RuleOutcome.Invalid,
        "A reserve is for at least one priority; say how many may take it.", "Een reserve is voor minstens een prioriteit. Geef aan hoeveel prioriteiten de reserve mogen gebruiken.");

    public static readonly Rule SaidOnce = new("LOAD_NOT_SAID_ONCE", RuleOutcome.Invalid,
        "Say the calls in one way: as numbers, or as a demand source.", "Geef de meldingen op een manier op: als getallen, of als verwachting uit de meldingen tot nu toe.");

    public static readonly Rule SharesAddUp = new("SHARES_DO_NOT_ADD_UP", RuleOutcome.Invalid,
        "The shares of the areas add up to {sum}, not to 1.", "De delen van de gebieden zijn samen {sum} en niet 1. Verbeter de delen.");

    public static readonly Rule ApproximationWaits = new("APPROXIMATION_WAITS", RuleOutcome.Invalid,
        "The approximation takes calls that wait; for calls that are lost there are at most 12 units.", "De benadering rekent met meldingen die wachten. Kies wachten, of hoogstens 12 eenheden.");

    public static readonly Rule KnownService = new("SERVICE_TIME_UNKNOWN", RuleOutcome.Precondition,
        "No call was served in the weeks looked back on; give the mean service time.", "In de bekeken weken is geen melding afgehandeld. Vul zelf een gemiddelde afhandeltijd in.");

    /// <exception cref="RuleBroken">NUMBER_NOT_POSITIVE.</exception>
    public static void RequirePositive(double value, string field) => Positive.Require(double.IsFinite(value) && value > 0, ("field", field));

    /// <exception cref="RuleBroken">NUMBER_NEGATIVE.</exception>
    public static void RequireNotNegative(double value, string field) => NotNegative.Require(double.IsFinite(value) && value >= 0, ("field", field));

    /// <exception cref="RuleBroken">SHARE_OUT_OF_RANGE.</exception>
    public static void RequireShare(double value, string field) => Share.Require(value is > 0 and < 1, ("field", field));

    /// <exception cref="RuleBroken">COUNT_OUT_OF_RANGE.</exception>
    public static void RequireCount(int value, int least, int most, string field) => Count.Require(value >= least && value <= most,
        ("field", field), ("least", least.ToString(CultureInfo.InvariantCulture)), ("most", most.ToString(CultureInfo.InvariantCulture)));
}

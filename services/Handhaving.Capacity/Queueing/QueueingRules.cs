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

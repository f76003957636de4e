using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Competence;

/// <summary>Rules on appointments (Besluit BOA, Beleidsregels BOA BWBR0039766).</summary>
public static class CompetenceRules
{
    public static readonly Rule TermInOrder = new("APPOINTMENT_TERM_EMPTY", RuleOutcome.Invalid,
        "The appointment ends before it starts.", "De akte eindigt voordat zij begint. Verbeter de data.");

    public static readonly Rule TermNotTooLong = new("APPOINTMENT_TERM_TOO_LONG", RuleOutcome.Invalid,
        "An appointment is valid for at most {years} years; this one may run until {until}.", "Een akte geldt ten hoogste {years} jaar. Deze mag lopen tot en met {until}.");

    public static readonly Rule TerritoryGiven = new("APPOINTMENT_WITHOUT_TERRITORY", RuleOutcome.Invalid,
        "The appointment holds in no municipality.", "De akte heeft geen grondgebied. Kies ten minste één gemeente.");

    public static readonly Rule CertificateNotTooOld = new("CERTIFICATE_TOO_OLD", RuleOutcome.Precondition,
        "The certificate is so old that no term is left.", "Het certificaat is te oud voor een akte. Haal eerst een nieuw certificaat.");

    public static readonly Rule InForce = new("APPOINTMENT_NOT_IN_FORCE", RuleOutcome.Precondition,
        "The appointment is not in force on {day}.", "De akte geldt niet op {day}. Vraag een nieuwe akte aan.");

    public static readonly Rule ModulesPassed = new("RENEWAL_MODULES_MISSING", RuleOutcome.Precondition,
        "{missing} modules are missing for a renewal.", "Voor verlenging ontbreken nog {missing} PHB-modules. Haal die eerst.");
}

using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Rosters.Deployments;

/// <summary>Rules of putting shifts to what was promised.</summary>
public static class DeploymentRules
{
    public static readonly Rule Promised = new("DEPLOYMENT_UNKNOWN", RuleOutcome.Precondition,
        "{deployment} is no promise of {owner} in these days: not confirmed, given back, or of another team.", "Voor {deployment} heeft {owner} in deze dagen niets toegezegd. Haal het rooster opnieuw op en kies een inzet uit de lijst.");

    public static readonly Rule SameFunction = new("DEPLOYMENT_OTHER_FUNCTION", RuleOutcome.Precondition,
        "{deployment} asks for {wanted}; the shift of {start} is in {function}.", "Deze inzet vraagt om {wanted}, en de dienst van {start} is in {function}. Kies een dienst in de gevraagde functie.");

    public static readonly Rule Meets = new("DEPLOYMENT_OUTSIDE_SHIFT", RuleOutcome.Precondition,
        "The shift of {start} has no whole quarter of an hour of {deployment}.", "De dienst van {start} valt niet samen met deze inzet. Kies een dienst op die tijd.");

    public static readonly Rule NotOver = new("DEPLOYMENT_FULL", RuleOutcome.Precondition,
        "{deployment} was promised {promised} people and would have {most}.", "Voor deze inzet zijn {promised} mensen toegezegd; zo worden het er {most}. Haal eerst iemand anders van de inzet.");
}

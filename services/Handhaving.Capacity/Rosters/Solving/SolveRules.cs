using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Rosters.Solving;

/// <summary>What the solver of rosters refuses.</summary>
public static class SolveRules
{
    public static readonly Rule OneOfEach = new("ROSTER_COVER_TWICE", RuleOutcome.Invalid,
        "The shift {code} stands twice in the request, or twice on one day.", "De dienst {code} staat er twee keer in, of twee keer op een dag. Haal er een weg.");

    public static readonly Rule KnownKind = new("ROSTER_COVER_UNKNOWN", RuleOutcome.Invalid,
        "Cover asks for the shift {code}, which the request does not name, or for a day outside the roster.", "De gevraagde dienst {code} is niet omschreven, of de dag valt buiten het rooster. Verbeter de aanvraag.");

    public static readonly Rule KnownWish = new("ROSTER_WISH_UNKNOWN", RuleOutcome.Invalid,
        "The wish of {officer} is about somebody who is not searched for, a shift that the request does not name, or a day outside the roster.", "De wens van {officer} gaat over iemand die niet meedoet, een dienst die niet is omschreven of een dag buiten het rooster. Verbeter de wens.");

    public static readonly Rule NotTooLarge = new("ROSTER_SOLVE_TOO_LARGE", RuleOutcome.Invalid,
        "People times days times shifts is {size}; at most {most}.", "Dit is te veel om in een keer in te vullen ({size}, hoogstens {most}). Maak een rooster over minder dagen of met minder soorten diensten.");

    public static readonly Rule Free = new("ROSTER_SOLVER_BUSY", RuleOutcome.Exhausted,
        "Another roster is being solved; try again shortly.", "Er wordt al een rooster berekend. Probeer het zo weer.");
}

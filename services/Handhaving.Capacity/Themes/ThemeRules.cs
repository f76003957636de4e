using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Themes;

/// <summary>Rules of priorities.</summary>
public static class ThemeRules
{
    public static readonly Rule PeriodInOrder = new("PROFILE_PERIOD_EMPTY", RuleOutcome.Invalid,
        "The period of {document} ends before it starts.", "De periode van {document} eindigt voordat die begint. Verbeter de data.");

    public static readonly Rule CodeOnce = new("THEME_TWICE", RuleOutcome.Invalid,
        "Theme {theme} stands twice.", "Het thema {theme} staat er twee keer. Haal er een weg.");

    public static readonly Rule CountsSomething = new("THEME_COUNTS_NOTHING", RuleOutcome.Invalid,
        "Theme {theme} names no family of incidents and no area: everything would count to it.", "Bij thema {theme} staan geen soorten meldingen en geen gebieden. Vul er minstens een in.");

    public static readonly Rule ShareForOthers = new("SHARE_FOR_OTHERS_MISSING", RuleOutcome.Invalid,
        "The weights add up to {sum} percent; at least 1 of 100 is left for everything else (C-08).", "De gewichten zijn samen {sum} procent. Laat minstens 1 van de 100 over voor al het andere werk.");

    public static readonly Rule KnownFamily = new("FAMILY_UNKNOWN", RuleOutcome.Invalid,
        "There is no family {family} of incidents.", "De soort melding {family} bestaat niet. Kies een soort uit de lijst.");

    public static readonly Rule KnownTheme = new("THEME_UNKNOWN", RuleOutcome.Invalid,
        "No priorities of {owner} that hold have a theme {theme}.", "Het thema {theme} staat niet in de prioriteiten die voor {owner} gelden. Kies een eigen thema, of laat het leeg.");

    public static readonly Rule Holding = new("PRIORITIES_MISSING", RuleOutcome.Precondition,
        "{owner} has no priorities that hold, and neither has its team; propose them, and let everybody be heard.", "Er gelden nog geen prioriteiten voor {owner} of het team. Stel ze op en laat iedereen zich uitspreken.");
}

using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Capacity.Checks;

/// <summary>Rules of joint checks.</summary>
public static class CheckRules
{
    public static readonly Rule IsJoint = new("CHECK_NOT_JOINT", RuleOutcome.Invalid,
        "A joint check is of {owner} and at least one other organisation.", "Aan een gezamenlijke controle doen {owner} en minstens een andere organisatie mee.");

    public static readonly Rule UnitTakesPart = new("UNIT_OF_NO_PARTICIPANT", RuleOutcome.Invalid,
        "Unit {unit} is of none of the organisations that take part.", "De eenheid {unit} is van geen van de organisaties die meedoen.");

    public static readonly Rule HasUnit = new("PARTICIPANT_WITHOUT_UNIT", RuleOutcome.Invalid,
        "{owner} takes part without a unit.", "Kies van {owner} minstens een eenheid.");

    public static readonly Rule KnownParticipant = new("PARTICIPANT_UNKNOWN", RuleOutcome.Invalid,
        "{owner} is no organisation known here.", "De organisatie {owner} is hier niet bekend.");

    public static readonly Rule Begun = new("CHECK_NOT_BEGUN", RuleOutcome.Precondition,
        "{check} begins at {start}; nothing was found yet.", "De controle {check} begint om {start}. Leg bevindingen daarna vast.");

    public static readonly Rule NotOver = new("CHECK_OVER", RuleOutcome.Precondition,
        "{check} ended at {end}.", "De controle {check} is al voorbij (tot {end}).");

    public static readonly Rule NotCancelled = new("CHECK_CANCELLED", RuleOutcome.Precondition,
        "{check} was cancelled: {reason}", "De controle {check} gaat niet door: {reason}");

    public static readonly Rule NotOwn = new("CHECK_YOUR_OWN", RuleOutcome.Precondition,
        "{owner} planned the check and takes part; it can cancel it.", "{owner} heeft deze controle zelf gepland en doet dus mee. Zeg de controle af als die niet doorgaat.");

    public static readonly Rule DeclineReason = new("CHECK_DECLINE_REASON", RuleOutcome.Invalid,
        "Who does not take part says why.", "Vul in waarom de organisatie niet meedoet.");

    public static readonly Rule TakesPart = new("CHECK_DECLINED", RuleOutcome.Precondition,
        "{owner} said that it does not take part in {check}.", "{owner} heeft gezegd niet mee te doen aan de controle {check}. Zeg eerst toe.");
}

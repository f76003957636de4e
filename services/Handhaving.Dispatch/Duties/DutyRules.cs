using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Duties;

/// <summary>Rules of what a unit does and asks while it is on duty.</summary>
public static class DutyRules
{
    public static readonly TimeSpan LongestDuty = TimeSpan.FromHours(24);

    /// <summary>The same rule as for signing off.</summary>
    public static readonly Rule Free = UnitRules.Free;

    public static readonly Rule Activity = new("ACTIVITY_NOT_ALLOWED", RuleOutcome.Precondition,
        "Unit {callSign} is {from} and cannot become {to}.", "Eenheid {callSign} staat op {fromLabel}; {toLabel} kan nu niet. Kijk wat er nu staat en kies een passende stap.");

    public static readonly Rule Reason = new("ACTIVITY_REASON_REQUIRED", RuleOutcome.Invalid,
        "Unit {callSign} needs a reason to be out of service.", "Geef een reden op waarom eenheid {callSign} niet inzetbaar is.");

    public static readonly Rule NotAskedYet = new("DESK_CALL_OPEN", RuleOutcome.Precondition,
        "Unit {callSign} asked this at {since} and waits for an answer.", "De meldkamer heeft deze aanvraag van eenheid {callSign} al. Wacht op antwoord of vraag met spoed.");

    public static readonly Rule Asked = new("NO_DESK_CALL", RuleOutcome.Precondition,
        "Unit {callSign} asks nothing, or was answered already.", "Eenheid {callSign} vraagt niets meer, of een collega heeft al geantwoord.");

    public static readonly Rule CallsAnswered = new("DESK_CALL_UNANSWERED", RuleOutcome.Precondition,
        "Unit {callSign} asked {asked} at {since} and got no answer; it is answered first (AnswerSpeechRequest).",
        "Eenheid {callSign} wacht nog op antwoord van de meldkamer ({askedLabel}, {sinceLabel} uur). De meldkamer beantwoordt dat eerst; meld daarna af.");

    public static readonly Rule KnownEquipment = new("UNKNOWN_EQUIPMENT", RuleOutcome.Invalid,
        "{code} is not equipment here; known are {known}.", "De uitrusting {code} bestaat niet. Kies uit: {known}.");

    public static readonly Rule End = new("DUTY_END_NOT_POSSIBLE", RuleOutcome.Invalid,
        "The duty must end after now and within 24 hours.", "De dienst moet na nu eindigen en binnen 24 uur. Verbeter de eindtijd.");

    public static readonly Rule Extension = new("DUTY_EXTENSION_NOT_POSSIBLE", RuleOutcome.Invalid,
        "The new end of unit {callSign}'s duty must be later than now and than the end that stands, and at most {hours} hours ahead.",
        "De nieuwe eindtijd van eenheid {callSign} moet later zijn dan nu en dan de eindtijd die er staat, en hoogstens {hours} uur vooruit liggen. Verbeter de eindtijd.");

    private static readonly Dictionary<UnitActivity, UnitActivity[]> Next = new()
    {
        [UnitActivity.Available] = [UnitActivity.Patrolling, UnitActivity.Break, UnitActivity.OutOfService],
        [UnitActivity.Patrolling] = [UnitActivity.Available, UnitActivity.Break, UnitActivity.OutOfService],
        [UnitActivity.Break] = [UnitActivity.Available, UnitActivity.Patrolling, UnitActivity.OutOfService],
        [UnitActivity.OutOfService] = [UnitActivity.Available, UnitActivity.Patrolling],
    };

    public static bool Allows(UnitActivity from, UnitActivity to) => Next[from].Contains(to);

    public static string NameOf(UnitActivity activity) => activity switch
    {
        UnitActivity.Available => "vrij",
        UnitActivity.Patrolling => "surveillance",
        UnitActivity.Break => "pauze",
        UnitActivity.OutOfService => "niet inzetbaar",
        _ => throw new ArgumentOutOfRangeException(nameof(activity), activity, "Not an activity."),
    };
}

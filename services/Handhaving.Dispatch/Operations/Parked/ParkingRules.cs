using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Operations.Parked;

/// <summary>Rules of giving parked messages to their consumer again, and of setting them aside.</summary>
public static class ParkingRules
{
    public static readonly Rule NotDiscarded = new("MESSAGE_DISCARDED", RuleOutcome.Precondition,
        "The message was discarded by {by}.", "Dit bericht is terzijde gelegd door {by}. U hoeft niets meer te doen.");

    public static readonly Rule Waits = new("MESSAGE_REPLAYED", RuleOutcome.Precondition,
        "The message was given to its consumer again by {by}, and did not come back.", "Dit bericht is opnieuw aangeboden door {by} en niet teruggekomen. Er is niets terzijde te leggen.");

    public static readonly Rule NotInReplay = new("MESSAGE_IN_REPLAY", RuleOutcome.Conflict,
        "The message is given to its consumer at this moment; look at it again in some seconds.", "Dit bericht wordt op dit moment opnieuw aangeboden. Bekijk het over enkele seconden opnieuw.");
}

using System.Text.Json.Serialization;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Types;
using Handhaving.Events.Dispatch;

namespace Handhaving.Dispatch.Incidents;

/// <summary>Who leads what is the police's alone: a BOA helps there while they do, and no longer (C-14, C-40).</summary>
public sealed partial record Incident
{
    private const string LeadGone = "De politie leidt deze melding niet meer; een boa gaat er niet zonder politie heen";
    private const string LeadDone = "De politie heeft deze melding afgerond; een boa gaat er niet zonder politie heen";
    private const string Helps = "De politie moet deze melding leiden; deze boa helpt daar";
    private const string Alone = "Deze boa is nog ter plaatse, zonder de politie die deze melding moet leiden";

    private bool HasPoliceLead => Assignments.Any(IsLead);

    /// <summary>When an act ended the police's lead: BOAs who are not there yet are called back and told why. Who is on scene stays, for nobody is sent away from where it may
    /// need help, but does not count as a unit on it: the incident waits again. Police that clear with an outcome, theirs or one recorded before, have done the job (dispatch 3.1:
    /// handled when the last unit clears): nothing waits for police then, and a BOA on scene finishes what it does there.</summary>
    /// <param name="before">This incident before the act.</param>
    public Incident WithoutLead(Incident before, IncidentCatalog catalog, Act act) => SettleBoas(before, catalog, act).ReturnFrom(this, act);

    // What becomes of the BOAs; whether the incident returns or is handled by it is for the caller to say.
    private Incident SettleBoas(Incident before, IncidentCatalog catalog, Act act)
    {
        if (!before.HasPoliceLead || HasPoliceLead || !IsOpen || catalog.TypeOf(this).Leadership is not Leadership.PoliceOnly) return this;
        var isDone = Dispositions.Count > 0 && before.Assignments.Any(one => IsLead(one) && Find(one.Name).State is AssignmentState.Cleared);
        return Assignments.Where(one => one.IsActive && !one.Unit.IsPolice).Aggregate(this, (left, boa) => (boa.State is AssignmentState.OnScene, isDone) switch
        {
            (true, true) => left,
            (true, false) => left.LeaveAlone(boa.Name, act.Following),
            (false, true) => left.CallBack(boa.Name, CalledBack.LeadDone, act.FollowingNow with { Text = LeadDone }),
            (false, false) => left.CallBack(boa.Name, CalledBack.LeadGone, act.FollowingNow with { Text = LeadGone }),
        });
    }

    /// <summary>What the acts since loading mean for BOAs whom the police left or who are without them, in Dutch, for who did it.</summary>
    [JsonIgnore]
    public IEnumerable<string> LeadConsequences => LeadHappenings.Select(told => told switch
    {
        { Fact: AssignmentLeadLost } => $"Boa-eenheid {told.Job.Called.CallSign} is nog ter plaatse, zonder politie: stuur een politie-eenheid of roep de boa terug.",
        { Fact: AssignmentWithdrawn, Job.CalledBack: CalledBack.LeadGone } => $"Boa-eenheid {told.Job.Called.CallSign} is teruggeroepen: de politie leidt deze melding niet meer.",
        { Fact: AssignmentWithdrawn, Job.CalledBack: CalledBack.LeadDone } => $"Boa-eenheid {told.Job.Called.CallSign} is teruggeroepen: de politie heeft deze melding afgerond.",
        _ => null,
    }).OfType<string>();

    /// <summary>The same for the owner of a borrowed unit, who is not told which other units are on the borrower's incident.</summary>
    [JsonIgnore]
    public IEnumerable<string> LeadConsequencesForLender => LeadHappenings.Select(told => told switch
    {
        { Fact: AssignmentLeadLost } => "Op de melding is nog een boa-eenheid ter plaatse, zonder politie: de meldkamer die leende stuurt politie of roept de boa terug.",
        { Fact: AssignmentWithdrawn, Job.CalledBack: CalledBack.LeadGone } => "Op de melding is een boa-eenheid teruggeroepen: de politie leidt die niet meer.",
        _ => null,
    }).OfType<string>();

    private IEnumerable<(object Fact, Assignment Job)> LeadHappenings =>
        Happenings.Where(told => told.Unit is not null).Select(told => (told.Fact, Assignments.Last(one => one.Unit == told.Unit)));

    private static bool IsLead(Assignment one) => one.Role is AssignmentRole.Primary && one.Unit.IsPolice && one.IsActive && one.State is not AssignmentState.Offered;

    // It helps there, whatever it was sent for: a BOA never leads what is the police's alone (C-14).
    private Incident AsHelp(AssignmentName boa, Act act) => Find(boa) is { Role: AssignmentRole.Primary, Unit: var unit }
        ? Then(With(boa, one => one with { Role = AssignmentRole.Backup }), act with { Text = Helps },
            sequence => new AssignmentRoleChanged(boa.Value, Name.Value, Name.Municipality, unit.Value, sequence, act.OccurredAt, nameof(AssignmentRole.Primary), nameof(AssignmentRole.Backup)), unit)
        : this;

    // Told already, and waiting for police since then.
    private bool IsLeftAlone(Assignment boa) => boa.Role is AssignmentRole.Backup && Signals.Contains(IncidentSignal.LeadLost);

    private Incident LeaveAlone(AssignmentName boa, Act act)
    {
        var (helping, unit) = (AsHelp(boa, act), Find(boa).Unit);
        return helping.Then(helping with { Signals = [.. helping.Without(IncidentSignal.LeadLost).Signals, IncidentSignal.LeadLost] }, act with { Text = Alone },
            sequence => new AssignmentLeadLost(boa.Value, Name.Value, Name.Municipality, unit.Value, sequence, act.OccurredAt), unit);
    }

    // The police lead again, or nobody is left whom they left.
    private Incident WithLeadSeen() => HasPoliceLead || !Assignments.Any(one => one.State is AssignmentState.OnScene && !one.Unit.IsPolice) ? Without(IncidentSignal.LeadLost) : this;

    private Incident Without(IncidentSignal signal) => Signals.Contains(signal) ? this with { Signals = [.. Signals.Where(one => one != signal)] } : this;
}

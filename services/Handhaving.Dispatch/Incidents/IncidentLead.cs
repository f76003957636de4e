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
    private const string Alone = "Deze boa is nog ter plaatse, zonder de politie die deze melding moet leiden";

    private bool HasPoliceLead => Assignments.Any(IsLead);

    /// <summary>When an act ended the police's lead: BOAs who are not there yet are called back and told why. Who is on scene stays, for nobody is sent away from where it may
    /// need help, but does not count as a unit on it: the incident waits again. Police that clear with an outcome, theirs or one recorded before, have done the job (dispatch 3.1:
    /// handled when the last unit clears): nothing waits for police then, and a BOA on scene finishes what it does there.</summary>
    /// <param name="before">This incident before the act.</param>
    public Incident WithoutLead(Incident before, IncidentCatalog catalog, Act act)
    {
        if (!before.HasPoliceLead || HasPoliceLead || !IsOpen || catalog.TypeOf(this).Leadership is not Leadership.PoliceOnly) return this;
        var isDone = Dispositions.Count > 0 && before.Assignments.Any(one => IsLead(one) && Find(one.Name).State is AssignmentState.Cleared);
        return Assignments.Where(one => one.IsActive && !one.Unit.IsPolice).Aggregate(this, (left, boa) => boa.State is not AssignmentState.OnScene
            ? left.TakeBack(boa.Name, act with { Text = isDone ? LeadDone : LeadGone })
            : isDone ? left : left.LeaveAlone(boa.Name, act)).Settle(this, act);
    }

    /// <summary>What the acts since loading mean for BOAs whom the police left or who are without them, in Dutch, for who did it.</summary>
    [JsonIgnore]
    public IEnumerable<string> LeadConsequences => Happenings.Where(told => told.Unit is not null).Select(told => (told, CallSign: Assignments.Last(one => one.Unit == told.Unit).Called.CallSign)).Select(one => one.told switch
    {
        { Fact: AssignmentLeadLost } => $"Boa-eenheid {one.CallSign} is nog ter plaatse, zonder politie: stuur een politie-eenheid of roep de boa terug.",
        { Fact: AssignmentWithdrawn, Act.Text: LeadGone } => $"Boa-eenheid {one.CallSign} is teruggeroepen: de politie leidt deze melding niet meer.",
        { Fact: AssignmentWithdrawn, Act.Text: LeadDone } => $"Boa-eenheid {one.CallSign} is teruggeroepen: de politie heeft deze melding afgerond.",
        _ => null,
    }).OfType<string>();

    /// <summary>The same for the owner of a borrowed unit, who is not told which other units are on the borrower's incident.</summary>
    [JsonIgnore]
    public IEnumerable<string> LeadConsequencesForLender => Happenings.Select(told => told switch
    {
        { Fact: AssignmentLeadLost } => "Op de melding is nog een boa-eenheid ter plaatse, zonder politie: de meldkamer die leende stuurt politie of roept de boa terug.",
        { Fact: AssignmentWithdrawn, Act.Text: LeadGone } => "Op de melding is een boa-eenheid teruggeroepen: de politie leidt die niet meer.",
        _ => null,
    }).OfType<string>();

    private static bool IsLead(Assignment one) => one.Role is AssignmentRole.Primary && one.Unit.IsPolice && one.IsActive && one.State is not AssignmentState.Offered;

    // It helps there, whatever it was sent for: a BOA never leads what is the police's alone (C-14).
    private Incident AsHelp(AssignmentName boa) => this with { Assignments = [.. Assignments.Select(one => one.Name == boa ? one with { Role = AssignmentRole.Backup } : one)] };

    private Incident LeaveAlone(AssignmentName boa, Act act) => Then(AsHelp(boa) with { Signals = [.. Without(IncidentSignal.LeadLost).Signals, IncidentSignal.LeadLost] }, act with { Text = Alone },
        sequence => new AssignmentLeadLost(boa.Value, Name.Value, Name.Municipality, Find(boa).Unit.Value, sequence, act.At), Find(boa).Unit);

    // The police lead again, or nobody is left whom they left.
    private Incident WithLeadSeen() => HasPoliceLead || !Assignments.Any(one => one.State is AssignmentState.OnScene && !one.Unit.IsPolice) ? Without(IncidentSignal.LeadLost) : this;

    private Incident Without(IncidentSignal signal) => Signals.Contains(signal) ? this with { Signals = [.. Signals.Where(one => one != signal)] } : this;
}

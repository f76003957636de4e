using System.Text.Json.Serialization;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Types;
using Handhaving.Events.Dispatch;

namespace Handhaving.Dispatch.Incidents;

/// <summary>Who leads what is the police's alone: a BOA helps there while they do, and no longer (C-14, C-40).</summary>
public sealed partial record Incident
{
    private const string LeadGone = "De politie leidt deze melding niet meer; een boa gaat er niet zonder politie heen";
    private const string Alone = "De politie leidt deze melding niet meer; deze boa is nog ter plaatse";

    private bool HasPoliceLead => Assignments.Any(one => one.IsActive && one.State is not AssignmentState.Offered && one.Role is AssignmentRole.Primary && one.Unit.IsPolice);

    /// <summary>When an act ended the police's lead: BOAs who are not there yet are called back and told why. Who is on scene stays, for nobody is sent away from where it may
    /// need help, but does not count as a unit on it: the incident waits again.</summary>
    /// <param name="before">This incident before the act.</param>
    public Incident WithoutLead(Incident before, IncidentCatalog catalog, Act act)
    {
        if (!before.HasPoliceLead || HasPoliceLead || !IsOpen || catalog.TypeOf(this).Leadership is not Leadership.PoliceOnly) return this;
        var boas = Assignments.Where(one => one.IsActive && !one.Unit.IsPolice);
        return boas.Aggregate(this, (left, one) => one.State is AssignmentState.OnScene ? left.LeaveAlone(one, act) : left.TakeBack(one.Name, act with { Text = LeadGone })).Settle(this, act);
    }

    /// <summary>What the acts since loading mean for BOAs whom the police left, in Dutch, for who did it.</summary>
    [JsonIgnore]
    public IEnumerable<string> LeadConsequences => Happenings.Where(happening => happening.Unit is not null).Select(happening => (happening, CallSign: Assignments.Last(one => one.Unit == happening.Unit).Called.CallSign))
        .Select(told => told.happening switch
        {
            { Fact: AssignmentLeadLost } => $"Boa-eenheid {told.CallSign} is nog ter plaatse, zonder politie: stuur een politie-eenheid of roep de boa terug.",
            { Fact: AssignmentWithdrawn, Act.Text: LeadGone } => $"Boa-eenheid {told.CallSign} is teruggeroepen: de politie leidt deze melding niet meer.",
            _ => null,
        }).OfType<string>();

    private Incident LeaveAlone(Assignment boa, Act act) => Then(this with { Signals = [.. Without(IncidentSignal.LeadLost).Signals, IncidentSignal.LeadLost] }, act with { Text = Alone },
        sequence => new AssignmentLeadLost(boa.Name.Value, Name.Value, Name.Municipality, boa.Unit.Value, sequence, act.At), boa.Unit);

    // The police lead again, or nobody is left whom they left.
    private Incident WithLeadSeen() => HasPoliceLead || !Assignments.Any(one => one.State is AssignmentState.OnScene && !one.Unit.IsPolice) ? Without(IncidentSignal.LeadLost) : this;

    private Incident Without(IncidentSignal signal) => Signals.Contains(signal) ? this with { Signals = [.. Signals.Where(one => one != signal)] } : this;
}

using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>A fight, which is the police's alone, with police who lead it and a BOA who helps.</summary>
internal static class LedFight
{
    public static readonly UnitOnDuty Boa = Given.Unit(crew: [[Given.Appointment()], [Given.Appointment()]]);
    public static readonly UnitOnDuty Police = Given.Police();
    public static readonly AssignmentName Lead = Given.AssignmentName(1);
    public static readonly AssignmentName Help = Given.AssignmentName(2);

    /// <summary>The BOA is so far.</summary>
    public static Incident HelpedUpTo(AssignmentState state)
    {
        var helped = Helped(Fight().Offer(Lead.Id, Police, AssignmentRole.Primary, Given.Fight, Given.OfferTime, Given.Act(1)).Accept(Lead, Given.Act(2)));
        if (state >= AssignmentState.Accepted) helped = Accept(helped, Help, Boa);
        if (state >= AssignmentState.EnRoute) helped = helped.GoEnRoute(Help, Given.Act(6));
        return state >= AssignmentState.OnScene ? helped.Arrive(Help, Given.Act(7)) : helped;
    }

    public static Incident Fight() => Given.Incident() with { Type = Given.Fight.Code };

    public static Incident Helped(Incident incident) => incident.Offer(Help.Id, Boa, AssignmentRole.Backup, Given.Fight, Given.OfferTime, Given.Act(3));

    public static Incident Accept(Incident incident, AssignmentName name, UnitOnDuty unit) => incident.Accept(name, _ => unit, Given.Fight, Given.AllowedEquipment, Given.Act(5));
}

using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Dispatch.Plans;

/// <summary>Planned crews on the wire.</summary>
internal static class PlanWire
{
    public static V1.PlannedUnit ToWire(PlannedCrew crew) => new()
    {
        Unit = crew.Unit.Value, Crew = { Members(crew.Officers) }, StartTime = crew.StartsAt.ToTimestamp(), EndTime = crew.EndsAt.ToTimestamp(), Roster = crew.Roster,
    };

    public static V1.SignedOnPlan ToWire(SignedOnPlan plan) => new()
    {
        Crew = { Members(plan.Officers) }, EndTime = plan.EndsAt.ToTimestamp(), Taken = plan.IsTaken, Missing = { Members(plan.Missing) }, Unplanned = { Members(plan.Unplanned) },
    };

    private static IEnumerable<V1.CrewMember> Members(IEnumerable<string> officers) => officers.Select(officer => new V1.CrewMember { Officer = officer });
}

using System.Collections.Concurrent;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Fleet;

namespace Handhaving.Dispatch.Recommendation.Searching;

/// <summary>Finds in the index the units that can come first and the nearest that do not fit, and looks no farther than that takes. Brings the same as judging every unit.</summary>
public sealed class FleetSearch(UnitFleet fleet)
{
    private const int MostTables = 64;
    private readonly ConcurrentDictionary<DemandKey, VerdictTable> tables = new();

    /// <param name="best">So many of the fitting are brought, the first ones.</param>
    public Findings Find(Question question, int best) => fleet.Look(question.Now, state => new FleetWalk(question, best, TableOf(question), state).Search());

    // A day or a setting later nobody asks for a table again; so few are worth keeping that starting anew costs nothing.
    private VerdictTable TableOf(Question question)
    {
        if (tables.Count > MostTables) tables.Clear();
        return tables.GetOrAdd(DemandKey.Of(question), _ => new(question.Demand, question.Incident.Priority));
    }

    private readonly record struct DemandKey(TaskKey Task, string Equipment, int MinimumCrew, TimeSpan Stay, (DateOnly First, DateOnly Last) Days)
    {
        public static DemandKey Of(Question question) => new(
            new(question.Demand.Type.DemandKey, question.Demand.Municipality.Value, question.Demand.Role, question.Demand.HasPoliceLead, question.Incident.Priority),
            question.Terms.EquipmentKey, question.Demand.MinimumCrew, question.Demand.Stay, (UnitFilter.DayOf(question.Now), UnitFilter.DayOf(question.Now + question.Demand.Stay)));
    }

    private readonly record struct TaskKey(string Type, string Municipality, AssignmentRole Role, bool HasPoliceLead, int Priority);
}

using System.Text.Json;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Data.Loading;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans.Keeping;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Data;

/// <summary>What an act leaves beside the incidents it changed: facts, what screens show, its audit lines, its stored answer.</summary>
/// <param name="interruptible">Which jobs may be interrupted, by municipality of the job.</param>
internal sealed class ActTrail(IncidentLoad loaded, IReadOnlyDictionary<TenantId, Interruptible> interruptible, TrailSet trails)
{
    public void Leave(IncidentWork work, Desk desk, IncidentAnswer answer)
    {
        var line = work.Audit(answer);
        if (answer.GivenUp is { } other)
        {
            Tell(other.Incident, desk.GivesUp, line, work);
            if (line is not null) trails.Of(other.Incident.Name.Tenant).Audit(line with { ObjectId = other.Assignment.Value, ObjectVersion = other.Incident.Version });
        }
        Tell(answer.Incident, desk.Incident, line, work);
        if (line is not null) trails.Own.Audit(line);
        else trails.Own.PassChain();
        if (work.Request is { } key) trails.Own.Answer(key, JsonSerializer.Serialize(answer, MessageJson.Options));
    }

    /// <summary>What an act leaves that was answered before: that its answer was shown again.</summary>
    public void LeaveAgain(IncidentWork work, IncidentAnswer answered, DateTimeOffset now)
    {
        if (work.Audit(answered) is { } line) trails.Own.Audit(line.Again(now));
    }

    private void Tell(Incident incident, Incident? before, AuditLine? line, IncidentWork work)
    {
        var trail = trails.Of(incident.Name.Tenant);
        foreach (var happening in incident.Happenings)
            trail.Publish(Guid.CreateVersion7(happening.Act.At), incident.Name.Value, happening.Sequence, happening.Fact, work.Origin);
        if (!incident.IsCanary) trail.Show(incident);
        foreach (var assignment in Touched(incident, before))
        {
            trails.Of(assignment.Unit.Owner).ShowStatus(incident, assignment, loaded.AvailabilityAfter(assignment, incident, interruptible[incident.Name.Tenant]));
            LoanTrail.Leave(trails, incident, before, assignment, line, work.Origin);
        }
    }

    // Another priority or kind makes the units on it more or less free, though nothing happened to them.
    private static IEnumerable<Assignment> Touched(Incident incident, Incident? before)
    {
        var moved = incident.Happenings.Select(happening => happening.Unit).OfType<UnitName>();
        var weighedAnew = before is null || (before.Priority, before.Type) == (incident.Priority, incident.Type) ? [] : incident.Assignments.Where(assignment => assignment.IsActive).Select(assignment => assignment.Unit);
        return moved.Concat(weighedAnew).Distinct().Select(unit => incident.Assignments.Last(assignment => assignment.Unit == unit));
    }
}

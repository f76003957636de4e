using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Duties;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;

namespace Handhaving.Dispatch.Board;

/// <summary>What acts leave in the feed for screens. Of a restricted incident every screen is told that a unit is busy, and in a row of its own, for those who may know, with what.</summary>
internal static class BoardTrail
{
    public static void Show(this Trail trail, Incident incident) =>
        trail.Show(incident.Name.Value, (short)(incident.IsRestricted ? BoardKind.RestrictedIncident : BoardKind.Incident), BoardWire.Encode(incident));

    /// <summary>What an act on an incident changed of a unit.</summary>
    public static void ShowStatus(this Trail trail, Incident incident, Assignment assignment, UnitAvailability availability)
    {
        var job = assignment.IsActive ? assignment.Name.Value : "";
        trail.Show(assignment.Unit.Value, (short)BoardKind.UnitStatus, BoardWire.Encode(assignment, availability, incident.IsRestricted ? "" : job));
        if (incident.IsRestricted && job.Length > 0) trail.ShowJob(assignment.Unit, job);
    }

    /// <summary>What an act of a unit itself changed.</summary>
    /// <param name="unit">With whatever holds it.</param>
    public static void ShowStatus(this Trail trail, UnitView unit)
    {
        trail.Show(unit.Name.Value, (short)BoardKind.UnitStatus, BoardWire.EncodeStatus(unit.HasRestrictedJob ? unit with { Assignment = null } : unit));
        if (unit is { HasRestrictedJob: true, Assignment: { } job }) trail.ShowJob(unit.Name, job);
    }

    // Second, in the same transaction: a screen that may know hears it right after.
    private static void ShowJob(this Trail trail, UnitName unit, string job) => trail.Show(unit.Value, (short)BoardKind.RestrictedJob, BoardWire.EncodeJob(unit.Value, job));
}

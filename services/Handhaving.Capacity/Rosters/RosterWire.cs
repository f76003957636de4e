using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Handhaving.Capacity.Rosters.Judging;

namespace Handhaving.Capacity.Rosters;

/// <summary>Rosters on the wire; enums have the same numbers there.</summary>
internal static class RosterWire
{
    public static V1.Roster ToWire(JudgedRoster judged)
    {
        var wire = ToWire(judged.Roster);
        wire.Shifts.AddRange(judged.Roster.Shifts.Select(ToWire));
        wire.Findings.AddRange(judged.Findings.Select(ToWire));
        return wire;
    }

    public static V1.Roster ToWire(DutyRoster roster) => new()
    {
        Name = roster.Name.Value,
        StaffTeam = roster.StaffTeam,
        FirstDay = ToWire(roster.FirstDay),
        LastDay = ToWire(roster.LastDay),
        State = (V1.RosterState)roster.State,
        Replaces = roster.Replaces?.Value ?? "",
        CreateTime = roster.CreatedAt.ToTimestamp(),
        UpdateTime = roster.UpdatedAt.ToTimestamp(),
        UpdatedBy = roster.UpdatedBy,
        PublishTime = roster.PublishedAt?.ToTimestamp(),
        Etag = roster.Etag,
    };

    public static V1.RosterFinding ToWire(RosterFinding finding) => new()
    {
        Severity = (V1.FindingSeverity)finding.Severity,
        Rule = finding.Rule,
        Article = finding.Article,
        Officer = finding.Officer.Value,
        StartTime = finding.Time.Start.ToTimestamp(),
        EndTime = finding.Time.End.ToTimestamp(),
        Measured = finding.Measured,
        Limit = finding.Limit,
        Measure = finding.Unit,
        Message = finding.Dutch,
    };

    private static V1.RosterShift ToWire(PlannedShift shift) => new()
    {
        Id = $"{shift.Id}",
        Officer = shift.Officer.Value,
        Function = shift.Function,
        Unit = shift.Unit,
        Activity = shift.Activity,
        StartTime = shift.Time.Start.ToTimestamp(),
        EndTime = shift.Time.End.ToTimestamp(),
        BreakMinutes = shift.BreakMinutes,
        Pinned = shift.Pinned,
        Note = shift.Note,
    };

    private static Date ToWire(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}

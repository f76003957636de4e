using Google.Protobuf.WellKnownTypes;
using Google.Type;
using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rosters.Deployments;
using Handhaving.Capacity.Rosters.Judging;
using Handhaving.Capacity.Rosters.Publishing;
using Handhaving.Capacity.Rosters.Solving;

namespace Handhaving.Capacity.Rosters;

/// <summary>Rosters on the wire; enums have the same numbers there.</summary>
internal static class RosterWire
{
    public static V1.Roster ToWire(JudgedRoster judged)
    {
        var wire = ToWire(judged.Listed);
        wire.Shifts.AddRange(judged.Roster.Shifts.Select(ToWire));
        wire.Findings.AddRange(judged.Findings.Select(ToWire));
        wire.Unserved.AddRange(judged.Roster.Unserved.Select(ToWire));
        wire.Deployments.AddRange(judged.Deployments.Select(ToWire));
        return wire;
    }

    public static V1.Roster ToWire(ListedRoster listed)
    {
        var wire = ToWire(listed.Roster);
        wire.UnlentShifts = listed.Unlent;
        return wire;
    }

    private static V1.Roster ToWire(DutyRoster roster) => new()
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
        CrisisReason = roster.Reasons.Crisis,
        OutsideDistrictReason = roster.Reasons.OutsideDistrict,
    };

    private static V1.DeploymentCover ToWire(DeploymentCover cover) => new()
    {
        Deployment = cover.Promise.Name.Value,
        CaseId = cover.Promise.CaseId,
        Function = cover.Promise.Function,
        PromisedCount = cover.Promise.Count,
        StartTime = cover.Promise.Time.Start.ToTimestamp(),
        EndTime = cover.Promise.Time.End.ToTimestamp(),
        RosteredCount = cover.Fewest,
        Gaps = { cover.Gaps.Select(gap => new V1.DeploymentGap { StartTime = gap.Time.Start.ToTimestamp(), EndTime = gap.Time.End.ToTimestamp(), Missing = gap.Missing }) },
    };

    private static V1.UnservedTask ToWire(UnservedTask unserved) => new()
    {
        Day = ToWire(unserved.Task.Day), Code = unserved.Task.Code, Missing = unserved.Missing, Decision = unserved.Decision is { } decision ? ToWire(decision) : null,
    };

    private static V1.UnservedDecision ToWire(UnservedDecision decision) => new()
    {
        Day = ToWire(decision.Day), Code = decision.Code, Choice = (V1.UnservedChoice)decision.Choice, Reason = decision.Reason, Decider = decision.Decider, DecideTime = decision.DecidedAt.ToTimestamp(),
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
        RuleSet = finding.RuleSet,
        RuleSetVersion = finding.RuleSetVersion,
    };

    public static V1.ShiftWish ToWire(WishAsked wish) => new()
    {
        Officer = wish.Officer.Value, Day = ToWire(wish.Day), Code = wish.Code, Kind = wish.Wish is WishKind.Work ? V1.WishKind.Wanted : V1.WishKind.Unwanted, Weight = wish.Weight,
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
        Deployment = shift.Deployment?.Value ?? "",
    };

    private static Date ToWire(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}

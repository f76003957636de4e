using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Ledger;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Checks;

/// <summary>Joint checks on the wire.</summary>
internal static class CheckWire
{
    public static CheckDetails FromWire(V1.JointCheck check) => new(
        check.DisplayName, check.Place, LedgerWire.FromWire(check.StartTime, check.EndTime), [.. check.Participants.Select(name => TenantId.OfName(name) ?? throw new NotFound(name)).Distinct()], [.. check.Units])
    {
        Partners = [.. check.Partners.Distinct()],
    };

    public static CheckSaid FromWire(V1.AnswerJointCheckRequest request) => new(request.Answer is V1.CheckStance.Agrees, request.Reason, [.. request.Units]);

    public static V1.JointCheck ToWire(JointCheck check) => new()
    {
        Name = check.Name.Value,
        DisplayName = check.Details.DisplayName,
        Place = check.Details.Place,
        StartTime = check.Details.Time.Start.ToTimestamp(),
        EndTime = check.Details.Time.End.ToTimestamp(),
        Participants = { check.Details.Participants.Select(one => one.Name) },
        Units = { check.Details.Units },
        PlannedBy = check.PlannedBy,
        PlanTime = check.PlannedAt.ToTimestamp(),
        Partners = { check.Details.Partners },
        Answers = { check.Answers.Select(ToWire) },
        Awaited = { check.Cancelled is null ? check.Awaited.Select(one => one.Name) : [] },
        State = check.Cancelled is not null ? V1.CheckState.Cancelled : check.Awaited.Any() ? V1.CheckState.Asked : V1.CheckState.Settled,
        CancelReason = check.Cancelled?.Reason ?? "",
        ComingUnits = { check.Cancelled is null ? check.Units : [] },
    };

    public static V1.CheckFinding ToWire(CheckFinding finding) => new() { Name = finding.Name, JointCheck = finding.Check, Text = finding.Text, FiledBy = finding.FiledBy, FileTime = finding.FiledAt.ToTimestamp() };

    private static V1.CheckAnswer ToWire(CheckAnswer answer) => new()
    {
        Participant = answer.Participant.Name, Answer = answer.Agrees ? V1.CheckStance.Agrees : V1.CheckStance.Declines, Reason = answer.Reason, Units = { answer.Units }, AnsweredBy = answer.By, AnswerTime = answer.At.ToTimestamp(),
    };
}

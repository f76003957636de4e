using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Ledger;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Checks;

/// <summary>Joint checks on the wire.</summary>
internal static class CheckWire
{
    public static CheckDetails FromWire(V1.JointCheck check) => new(
        check.DisplayName, check.Place, LedgerWire.FromWire(check.StartTime, check.EndTime), [.. check.Participants.Select(name => TenantId.OfName(name) ?? throw new NotFound(name)).Distinct()], [.. check.Units]);

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
    };

    public static V1.CheckFinding ToWire(CheckFinding finding) => new() { Name = finding.Name, JointCheck = finding.Check, Text = finding.Text, FiledBy = finding.FiledBy, FileTime = finding.FiledAt.ToTimestamp() };
}

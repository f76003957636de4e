using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Dispatch.Loans;

/// <summary>A loan on the wire; shared by its own door and the board.</summary>
internal static class LoanWire
{
    public static V1.Loan ToWire(Loan loan) => new()
    {
        Name = loan.Name.Value,
        Unit = loan.Unit.Value,
        CallSign = loan.CallSign,
        Assignment = loan.Assignment.Value,
        Borrower = loan.Assignment.Incident.Tenant.Name,
        BorrowerTeam = $"teams/{loan.Terms.BorrowerTeam}",
        IncidentNumber = loan.IncidentNumber,
        IncidentType = loan.IncidentType,
        IncidentTypeDisplayName = loan.IncidentTypeName,
        IncidentPriority = loan.IncidentPriority,
        State = (V1.LoanState)loan.State, // the same numbers, kept so by a contract test
        BorrowTime = Timestamp.FromDateTimeOffset(loan.BorrowedAt),
        BorrowedBy = loan.BorrowedBy,
        SkipHoldReason = loan.Terms.SkipHoldReason ?? "",
        RefusedBy = loan.Terms.Refusal?.By ?? "",
        RefuseReason = loan.Terms.Refusal?.Reason ?? "",
        EndTime = loan.EndedAt is { } end ? Timestamp.FromDateTimeOffset(end) : null,
        Etag = loan.Etag,
    };
}

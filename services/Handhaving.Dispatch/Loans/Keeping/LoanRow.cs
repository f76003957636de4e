using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Types;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Dispatch.Loans.Keeping;

/// <summary>A loan as it lies with the owner of the unit.</summary>
public sealed class LoanRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required string Unit { get; init; }
    public required string CallSign { get; init; }
    public required string Assignment { get; init; }
    public required string Borrower { get; init; }
    public required string BorrowerTeam { get; init; }
    public required string IncidentNumber { get; init; }
    public required string IncidentType { get; init; }
    /// <summary>Its code, a space and what it was called; of another code where a version wrote that does not keep it, null where none did.</summary>
    public string? IncidentKind { get; init; }
    public required int IncidentPriority { get; init; }
    public required short State { get; init; }
    public required DateTimeOffset BorrowedAt { get; init; }
    public required string BorrowedBy { get; init; }
    public string? SkipHoldReason { get; init; }
    public string? RefusedBy { get; init; }
    public string? RefuseReason { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Refused or ended; the database keeps it by itself.</summary>
    public bool Ended { get; init; }

    /// <summary>Its incident is not for everybody (dispatch 9).</summary>
    public bool Restricted { get; init; }

    private string NameOfKind => IncidentKind is { } kind && kind.StartsWith(IncidentType + " ", StringComparison.Ordinal) ? kind[(IncidentType.Length + 1)..] : IncidentCatalog.Shipped.NameOf(IncidentType);

    public AssignmentName Job => AssignmentName.Parse(Assignment) ?? throw new FormatException($"Loan {Id} names no assignment.");

    public Loan ToLoan() => new(new LoanName(new TenantId(Tenant), Id), new UnitName(Unit), CallSign, Job, new LoanTerms(BorrowerTeam, SkipHoldReason) { Refusal = RefusedBy is { } by ? new(by, RefuseReason ?? "") : null }, IncidentNumber, IncidentType, IncidentPriority)
    {
        IncidentTypeName = NameOfKind, State = (LoanState)State, BorrowedAt = BorrowedAt, BorrowedBy = BorrowedBy, EndedAt = EndedAt,
    };
}

/// <summary>How loans lie in the table of <c>Migrations/0007-loans.sql</c>.</summary>
internal sealed class LoanConfiguration : IEntityTypeConfiguration<LoanRow>
{
    public void Configure(EntityTypeBuilder<LoanRow> builder)
    {
        builder.ToTable("loan").HasKey(row => new { row.Tenant, row.Id });
        builder.Ignore(row => row.Job);
        builder.Property(row => row.Ended).ValueGeneratedOnAddOrUpdate();
    }
}

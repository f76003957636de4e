using Handhaving.Capacity.Competence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Ledger.Keeping;

/// <summary>A function as it lies in its table.</summary>
public sealed class StaffFunctionRow
{
    public required string Code { get; init; }
    public required string DisplayName { get; init; }
    public required bool Police { get; init; }

    /// <summary>Powers that it asks; null = none.</summary>
    public CompetenceDomain? Domain { get; init; }

    /// <summary>Whether nobody does it without a valid test on the use of force.</summary>
    public bool ForceTest { get; init; }

    public StaffFunction ToFunction() => new(Code, DisplayName, Police);
}

/// <summary>How functions lie in the table of <c>Migrations/0001-ledger.sql</c>.</summary>
internal sealed class StaffFunctionConfiguration : IEntityTypeConfiguration<StaffFunctionRow>
{
    public void Configure(EntityTypeBuilder<StaffFunctionRow> builder)
    {
        builder.ToTable("staff_function").HasKey(row => row.Code);
        builder.Property(row => row.Domain).HasConversion<short?>();
    }
}

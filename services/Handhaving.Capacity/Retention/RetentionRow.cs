using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Retention;

/// <summary>A term as it lies in its table.</summary>
public sealed class RetentionRow
{
    public required string Tenant { get; init; }
    public required RetainedKind Kind { get; init; }
    public int Days { get; set; }
    public string Reason { get; set; } = "";
    public string SetBy { get; set; } = "";
    public DateTimeOffset SetAt { get; set; }
    public int Version { get; set; }

    public RetentionTerm ToTerm() => new(new(Tenant), Kind, Days, Reason, SetBy, SetAt, Version);

    public void Take(RetentionTerm term) => (Days, Reason, SetBy, SetAt, Version) = (term.Days, term.Reason, term.SetBy ?? "", term.SetAt ?? default, term.Version);
}

/// <summary>How terms lie in the table of <c>Migrations/0024-retention.sql</c>.</summary>
internal sealed class RetentionConfiguration : IEntityTypeConfiguration<RetentionRow>
{
    public void Configure(EntityTypeBuilder<RetentionRow> builder)
    {
        builder.ToTable("retention_term").HasKey(row => new { row.Tenant, row.Kind });
        builder.Property(row => row.Kind).HasConversion<short>();
    }
}

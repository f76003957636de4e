using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Ledger.Keeping;

/// <summary>A decision about a minimum as it lies in its table; none is ever changed.</summary>
public sealed class WaterlineRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required string Function { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required int Minimum { get; init; }
    public required string Reason { get; init; }
    public required string ChangedBy { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>The decision that lowered it; null when somebody raised it.</summary>
    public Guid? Decision { get; init; }
}

/// <summary>How decisions lie in the table of <c>Migrations/0001-ledger.sql</c>.</summary>
internal sealed class WaterlineConfiguration : IEntityTypeConfiguration<WaterlineRow>
{
    public void Configure(EntityTypeBuilder<WaterlineRow> builder) => builder.ToTable("waterline").HasKey(row => row.Id);
}

using Handhaving.Capacity.Blocks;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Ledger.Keeping;

/// <summary>A block as it lies in its table, to be read; it is written by <see cref="BlockTable"/>.</summary>
public sealed class BlockRow
{
    public required string Tenant { get; init; }
    public required string Function { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public Guid? Strength { get; init; }
    public required int Plannable { get; init; }
    public required int Waterline { get; init; }
    public required int Held { get; init; }
    public required int Confirmed { get; init; }
    public required int Waived { get; init; }

    public BlockKey Key => new(new TenantId(Tenant), Function, StartsAt);

    public BlockCount Count => new(Plannable, Waterline, Held, Confirmed) { Waived = Waived };
}

/// <summary>How blocks lie in the table of <c>Migrations/0001-ledger.sql</c>.</summary>
internal sealed class BlockConfiguration : IEntityTypeConfiguration<BlockRow>
{
    public void Configure(EntityTypeBuilder<BlockRow> builder)
    {
        builder.ToTable("capacity_block").HasKey(row => new { row.Tenant, row.Function, row.StartsAt });
        builder.Ignore(row => row.Key);
        builder.Ignore(row => row.Count);
    }
}

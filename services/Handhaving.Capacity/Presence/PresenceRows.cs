using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Presence;

/// <summary>Minutes in a district in an hour, as they lie in their table.</summary>
public sealed class PresenceRow
{
    public required string Tenant { get; init; }
    public required string Area { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required int BoaMinutes { get; init; }
    public required int PoliceMinutes { get; init; }
}

/// <summary>A norm as it lies in its table.</summary>
public sealed class PresenceNormRow
{
    public required string Tenant { get; init; }
    public required string Area { get; init; }
    public required ShiftKind Shift { get; init; }
    public required int Minutes { get; set; }
}

/// <summary>How presence lies in the tables of <c>Migrations/0019-presence.sql</c>.</summary>
internal sealed class PresenceConfiguration : IEntityTypeConfiguration<PresenceRow>, IEntityTypeConfiguration<PresenceNormRow>
{
    public void Configure(EntityTypeBuilder<PresenceRow> builder) => builder.ToTable("presence_hour").HasKey(row => new { row.Tenant, row.Area, row.StartsAt });

    public void Configure(EntityTypeBuilder<PresenceNormRow> builder)
    {
        builder.ToTable("presence_norm").HasKey(row => new { row.Tenant, row.Area, row.Shift });
        builder.Property(row => row.Shift).HasConversion<short>();
    }
}

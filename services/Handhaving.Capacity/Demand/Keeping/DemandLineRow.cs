using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Demand.Keeping;

/// <summary>Calls of an hour as the view of <c>Migrations/0009-demand.sql</c> gives them; several lines may be of one hour, area, family and priority.</summary>
public sealed class DemandLineRow
{
    public required string Tenant { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required string Area { get; init; }
    public required string Family { get; init; }
    public required short Priority { get; init; }
    public required int Arrivals { get; init; }
    public required int Served { get; init; }
    public required double PoliceSeconds { get; init; }
    public required double BoaSeconds { get; init; }
    public required int Travels { get; init; }
    public required double TravelSeconds { get; init; }
}

/// <summary>A special day as it lies in its table.</summary>
public sealed class SpecialDayRow
{
    public required string Tenant { get; init; }
    public required DateOnly Day { get; init; }
    public required string Kind { get; init; }
    public required short? LooksLike { get; init; }
    public required string ChangedBy { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }
}

/// <summary>How demand lies in the views and tables of <c>Migrations/0009-demand.sql</c>.</summary>
internal sealed class DemandConfiguration : IEntityTypeConfiguration<DemandLineRow>, IEntityTypeConfiguration<SpecialDayRow>
{
    public void Configure(EntityTypeBuilder<DemandLineRow> builder) => builder.ToView("demand_line").HasNoKey();

    public void Configure(EntityTypeBuilder<SpecialDayRow> builder) => builder.ToTable("special_day").HasKey(row => new { row.Tenant, row.Day });
}

using Handhaving.Capacity.Rostering.Problem;
using Handhaving.Capacity.Rosters.Solving;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Rosters.Wishes;

/// <summary>A wish as it lies in its table.</summary>
public sealed class ShiftWishRow
{
    private const short Wanted = 1;
    private const short Unwanted = 2;

    public required string Tenant { get; init; }
    public required string Officer { get; init; }
    public required DateOnly Day { get; init; }
    public required string Code { get; init; }
    public required short Kind { get; init; }
    public required int Weight { get; init; }
    public required string EnteredBy { get; init; }
    public required DateTimeOffset EnteredAt { get; init; }

    public static short KindOf(WishKind wish) => wish is WishKind.Work ? Wanted : Unwanted;

    public WishAsked ToWish() => new(People.OfficerName.Parse(Officer) ?? throw new FormatException(Officer), Day, Code, Kind == Wanted ? WishKind.Work : WishKind.NotWork, Weight);
}

/// <summary>How wishes lie in the table of <c>Migrations/0012-wishes.sql</c>.</summary>
internal sealed class ShiftWishConfiguration : IEntityTypeConfiguration<ShiftWishRow>
{
    public void Configure(EntityTypeBuilder<ShiftWishRow> builder) => builder.ToTable("shift_wish").HasKey(row => new { row.Tenant, row.Day, row.Officer, row.Code });
}

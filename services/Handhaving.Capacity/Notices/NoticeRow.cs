using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Notices;

/// <summary>A notice as it lies in its table.</summary>
public sealed class NoticeRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required NoticeKind Kind { get; init; }
    public required string Subject { get; init; }
    public DateTimeOffset? StartsAt { get; init; }
    public DateTimeOffset? EndsAt { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }

    public Notice ToNotice() => new(Id, Kind, Subject, StartsAt, EndsAt, OccurredAt);
}

/// <summary>How notices lie in the table of <c>Migrations/0025-notices.sql</c>.</summary>
internal sealed class NoticeConfiguration : IEntityTypeConfiguration<NoticeRow>
{
    public void Configure(EntityTypeBuilder<NoticeRow> builder)
    {
        builder.ToTable("notice").HasKey(row => row.Id);
        builder.Property(row => row.Kind).HasConversion<short>();
    }
}

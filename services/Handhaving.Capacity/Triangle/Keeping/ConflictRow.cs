using System.Text.Json;
using Handhaving.Capacity.Triangle.Conflicts;
using Handhaving.ServiceDefaults.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Triangle.Keeping;

/// <summary>A conflict as it lies in its table; none is ever changed.</summary>
public sealed class ConflictRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public Guid? Reservation { get; init; }
    public string? Function { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required string Body { get; init; }

    public static ConflictRow Of(Conflict conflict) => new()
    {
        Tenant = conflict.Name.Owner.Value,
        Id = conflict.Name.Id,
        Reservation = conflict.Asked?.Id,
        Function = conflict.Asked is null ? conflict.Places[0].Function : null,
        StartsAt = conflict.Span.Start.ToUniversalTime(),
        EndsAt = conflict.Span.End.ToUniversalTime(),
        Body = JsonSerializer.Serialize(conflict, MessageJson.Options),
    };

    public Conflict ToConflict() => JsonSerializer.Deserialize<Conflict>(Body, MessageJson.Options) ?? throw new JsonException("A conflict's body is empty.");
}

/// <summary>How conflicts lie in the table of <c>Migrations/0004-triangle.sql</c>.</summary>
internal sealed class ConflictConfiguration : IEntityTypeConfiguration<ConflictRow>
{
    public void Configure(EntityTypeBuilder<ConflictRow> builder)
    {
        builder.ToTable("conflict").HasKey(row => row.Id);
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }
}

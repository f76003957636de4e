using System.Text.Json;
using Handhaving.ServiceDefaults.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Ledger.Keeping;

/// <summary>A report of strength as it lies in its table; none is ever changed.</summary>
public sealed class StrengthRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required string Function { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required int Established { get; init; }
    public required string Losses { get; init; }

    /// <summary>Who has a shift by a published roster; null where none says.</summary>
    public int? Planned { get; init; }
    public required string ReportedBy { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }

    public static string LossesOf(Strength strength) => JsonSerializer.Serialize(strength.Losses, MessageJson.Options);

    public Strength ToStrength() => new(Established, JsonSerializer.Deserialize<StrengthLoss[]>(Losses, MessageJson.Options) ?? throw new JsonException("Losses are empty.")) { Planned = Planned };
}

/// <summary>How reports lie in the table of <c>Migrations/0001-ledger.sql</c>.</summary>
internal sealed class StrengthConfiguration : IEntityTypeConfiguration<StrengthRow>
{
    public void Configure(EntityTypeBuilder<StrengthRow> builder)
    {
        builder.ToTable("strength").HasKey(row => row.Id);
        builder.Property(row => row.Losses).HasColumnType("jsonb");
    }
}

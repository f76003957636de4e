using System.Text.Json;
using Handhaving.ServiceDefaults.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Reservations.Keeping;

/// <summary>A reservation as it lies in its table: the whole in its body, beside it what is searched by.</summary>
public sealed class ReservationRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required string CaseId { get; init; }
    public required int CaseVersion { get; init; }
    public required ReservationState State { get; init; }
    public DateTimeOffset? HoldUntil { get; init; }
    public required string[] Owners { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required string[] Awaits { get; init; }
    public required int Version { get; init; }
    public required string Body { get; init; }

    public static string BodyOf(CapacityReservation reservation) => JsonSerializer.Serialize(reservation, MessageJson.Options);

    public static CapacityReservation Read(string body) => JsonSerializer.Deserialize<CapacityReservation>(body, MessageJson.Options) ?? throw new JsonException("A reservation's body is empty.");

    public CapacityReservation ToReservation() => Read(Body);
}

/// <summary>How reservations lie in the table of <c>Migrations/0001-ledger.sql</c>.</summary>
internal sealed class ReservationConfiguration : IEntityTypeConfiguration<ReservationRow>
{
    public void Configure(EntityTypeBuilder<ReservationRow> builder)
    {
        builder.ToTable("reservation").HasKey(row => row.Id);
        builder.Property(row => row.State).HasConversion<short>();
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }
}

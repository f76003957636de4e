using System.Text.Json;
using Handhaving.ServiceDefaults.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Rosters.Keeping;

/// <summary>A roster as it lies in its table, to be read: all but its shifts in the body. Written by <see cref="RosterStore"/>.</summary>
public sealed class RosterRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required string StaffTeam { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required RosterState State { get; init; }
    public required long Version { get; init; }
    public required string Body { get; init; }

    public static string BodyOf(DutyRoster roster) => JsonSerializer.Serialize(roster with { Shifts = [] }, MessageJson.Options);

    public DutyRoster ToRoster() => JsonSerializer.Deserialize<DutyRoster>(Body, MessageJson.Options) ?? throw new JsonException("A roster's body is empty.");
}

/// <summary>A shift as it lies in its table.</summary>
public sealed class RosterShiftRow
{
    public required string Tenant { get; init; }
    public required Guid Roster { get; init; }
    public required Guid Id { get; init; }
    public required string Officer { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required string Body { get; init; }

    public PlannedShift ToShift() => ShiftOf(Body);

    public static PlannedShift ShiftOf(string body) => JsonSerializer.Deserialize<PlannedShift>(body, MessageJson.Options) ?? throw new JsonException("A shift's body is empty.");
}

/// <summary>How rosters lie in the tables of <c>Migrations/0007-rosters.sql</c>.</summary>
internal sealed class RosterConfiguration : IEntityTypeConfiguration<RosterRow>, IEntityTypeConfiguration<RosterShiftRow>
{
    public void Configure(EntityTypeBuilder<RosterRow> builder)
    {
        builder.ToTable("roster").HasKey(row => row.Id);
        builder.Property(row => row.State).HasConversion<short>();
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<RosterShiftRow> builder)
    {
        builder.ToTable("roster_shift").HasKey(row => row.Id);
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }
}

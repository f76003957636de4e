using System.Text.Json;
using Handhaving.ServiceDefaults.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.Checks;

/// <summary>A joint check as it lies in its table: the whole in its body, beside it what is searched by.</summary>
public sealed class CheckRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string[] Participants { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required string Body { get; init; }

    public JointCheck ToCheck() => JsonSerializer.Deserialize<JointCheck>(Body, MessageJson.Options) ?? throw new JsonException("A check's body is empty.");

    public static CheckRow Of(JointCheck check) => new()
    {
        Tenant = check.Name.Owner.Value, Id = check.Name.Id, Version = 1, Participants = [.. check.Details.Participants.Select(one => one.Value)],
        StartsAt = check.Details.Time.Start.ToUniversalTime(), Body = JsonSerializer.Serialize(check, MessageJson.Options),
    };
}

/// <summary>A finding as it lies in its table; none is ever changed.</summary>
public sealed class CheckFindingRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public required Guid JointCheck { get; init; }
    public required string Text { get; init; }
    public required string FiledBy { get; init; }
    public required DateTimeOffset FiledAt { get; init; }
}

/// <summary>How checks lie in the tables of <c>Migrations/0017-joint-checks.sql</c>.</summary>
internal sealed class CheckConfiguration : IEntityTypeConfiguration<CheckRow>, IEntityTypeConfiguration<CheckFindingRow>
{
    public void Configure(EntityTypeBuilder<CheckRow> builder)
    {
        builder.ToTable("joint_check").HasKey(row => row.Id);
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<CheckFindingRow> builder) => builder.ToTable("check_finding").HasKey(row => row.Id);
}

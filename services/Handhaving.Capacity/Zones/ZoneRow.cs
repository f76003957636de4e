using System.Text.Json;
using Handhaving.ServiceDefaults.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.Zones;

/// <summary>A zone as it lies in its table: the whole in its body, beside it what is searched by.</summary>
public sealed class ZoneRow
{
    public required string Tenant { get; init; }
    public required string Code { get; init; }
    public required int Version { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required string Body { get; init; }

    public PatrolZone ToZone() => JsonSerializer.Deserialize<PatrolZone>(Body, MessageJson.Options) ?? throw new JsonException("A zone's body is empty.");

    public static NpgsqlBatchCommand Upsert(PatrolZone zone) => new("""
        insert into patrol_zone (tenant, code, version, starts_at, ends_at, body) values ($1, $2, $3, $4, $5, $6)
        on conflict (tenant, code) do update set version = excluded.version, starts_at = excluded.starts_at, ends_at = excluded.ends_at, body = excluded.body
        """)
    {
        Parameters =
        {
            new() { Value = zone.Name.Owner.Value },
            new() { Value = zone.Name.Code },
            new() { Value = zone.Version },
            new() { Value = zone.Details.Time.Start.ToUniversalTime() },
            new() { Value = zone.Details.Time.End.ToUniversalTime() },
            new() { Value = JsonSerializer.Serialize(zone, MessageJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };
}

/// <summary>How zones lie in the table of <c>Migrations/0015-patrol-zones.sql</c>.</summary>
internal sealed class ZoneConfiguration : IEntityTypeConfiguration<ZoneRow>
{
    public void Configure(EntityTypeBuilder<ZoneRow> builder)
    {
        builder.ToTable("patrol_zone").HasKey(row => new { row.Tenant, row.Code });
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }
}

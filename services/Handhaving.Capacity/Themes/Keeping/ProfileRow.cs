using System.Text.Json;
using Handhaving.ServiceDefaults.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.Themes.Keeping;

/// <summary>A version of priorities as it lies in its table: the whole in its body, beside it what is searched by.</summary>
public sealed class ProfileRow
{
    public required string Tenant { get; init; }
    public required int Version { get; init; }
    public required ProfileState State { get; init; }
    public required DateOnly ValidFrom { get; init; }
    public required DateOnly ValidUntil { get; init; }
    public required string Body { get; init; }

    public PriorityProfile ToProfile() => JsonSerializer.Deserialize<PriorityProfile>(Body, MessageJson.Options) ?? throw new JsonException("A profile's body is empty.");

    public static NpgsqlBatchCommand Upsert(PriorityProfile profile) => Write(profile, "do update set state = excluded.state, body = excluded.body");

    public static NpgsqlBatchCommand InsertOnce(PriorityProfile profile) => Write(profile, "do nothing");

    private static NpgsqlBatchCommand Write(PriorityProfile profile, string whenKnown) => new($"""
        insert into priority_profile (tenant, version, state, valid_from, valid_until, body) values ($1, $2, $3, $4, $5, $6)
        on conflict (tenant, version) {whenKnown}
        """)
    {
        Parameters =
        {
            new() { Value = profile.Name.Owner.Value },
            new() { Value = profile.Name.Version },
            new() { Value = (short)profile.State },
            new() { Value = profile.Proposal.ValidFrom },
            new() { Value = profile.Proposal.ValidUntil },
            new() { Value = JsonSerializer.Serialize(profile, MessageJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };
}

/// <summary>How priorities lie in the table of <c>Migrations/0010-priorities.sql</c>.</summary>
internal sealed class ProfileConfiguration : IEntityTypeConfiguration<ProfileRow>
{
    public void Configure(EntityTypeBuilder<ProfileRow> builder)
    {
        builder.ToTable("priority_profile").HasKey(row => new { row.Tenant, row.Version });
        builder.Property(row => row.State).HasConversion<short>();
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }
}

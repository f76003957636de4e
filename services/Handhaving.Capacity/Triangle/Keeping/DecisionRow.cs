using System.Text.Json;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Triangle.Decisions;
using Handhaving.ServiceDefaults.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Capacity.Triangle.Keeping;

/// <summary>A decision as it lies in its table: the whole in its body, beside it what is searched by.</summary>
public sealed class DecisionRow
{
    public required string Tenant { get; init; }
    public required Guid Id { get; init; }
    public Guid? Conflict { get; init; }
    public required DecisionState State { get; init; }
    public required bool NotDone { get; init; }
    public required int Version { get; init; }
    public required string Body { get; init; }

    public TriangleDecision ToDecision() => JsonSerializer.Deserialize<TriangleDecision>(Body, MessageJson.Options) ?? throw new JsonException("A decision's body is empty.");

    public static async Task KeepAsync(UnitOfWork<CapacityDb> work, TriangleDecision decision, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(Upsert(decision));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlBatchCommand Upsert(TriangleDecision decision) => new("""
        insert into decision (tenant, id, conflict, state, not_done, version, body) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (id) do update set state = excluded.state, not_done = excluded.not_done, version = excluded.version, body = excluded.body
        """)
    {
        Parameters =
        {
            new() { Value = decision.Name.Owner.Value },
            new() { Value = decision.Name.Id },
            new() { Value = (object?)decision.Conflict?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            new() { Value = (short)decision.State },
            new() { Value = decision.State is DecisionState.Executed && decision.Effects.NotDone.Count > 0 },
            new() { Value = decision.Version },
            new() { Value = JsonSerializer.Serialize(decision, MessageJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb },
        },
    };
}

/// <summary>How decisions lie in the table of <c>Migrations/0004-triangle.sql</c>.</summary>
internal sealed class DecisionConfiguration : IEntityTypeConfiguration<DecisionRow>
{
    public void Configure(EntityTypeBuilder<DecisionRow> builder)
    {
        builder.ToTable("decision").HasKey(row => row.Id);
        builder.Property(row => row.State).HasConversion<short>();
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }
}

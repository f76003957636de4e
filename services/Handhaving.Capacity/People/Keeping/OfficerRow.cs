using System.Text.Json;
using Handhaving.ServiceDefaults.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.People.Keeping;

/// <summary>Somebody as they lie in their table, to be read: the whole in its body, beside it what is searched by. Written by <see cref="PeopleStore"/>.</summary>
public sealed class OfficerRow
{
    public required string Tenant { get; init; }
    public required string Id { get; init; }
    public required long Version { get; init; }
    public required string StaffTeam { get; init; }
    public required string[] Borrowers { get; init; }
    public required string Body { get; init; }

    public static string BodyOf(Officer officer) => JsonSerializer.Serialize(officer, MessageJson.Options);

    public Officer ToOfficer() => JsonSerializer.Deserialize<Officer>(Body, MessageJson.Options) ?? throw new JsonException("An officer's body is empty.");
}

/// <summary>How people lie in the table of <c>Migrations/0003-people.sql</c>.</summary>
internal sealed class OfficerConfiguration : IEntityTypeConfiguration<OfficerRow>
{
    public void Configure(EntityTypeBuilder<OfficerRow> builder)
    {
        builder.ToTable("officer").HasKey(row => row.Id);
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }
}

using Handhaving.Capacity.People.Teams;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Capacity.People.Keeping;

/// <summary>A team of people as it lies in its table.</summary>
public sealed class StaffTeamRow
{
    public required string Tenant { get; init; }
    public required string Id { get; init; }
    public required string DisplayName { get; init; }
    public required StaffTeamKind Kind { get; init; }
    public required string[] Municipalities { get; init; }
    public short? ReservePercent { get; init; }
    public short OutsideDistrictPercent { get; init; }
    public required string WorkingTimeSet { get; init; }
    public required string WorkingTimeLimits { get; init; }
    public required string SolveWeights { get; init; }

    public StaffTeam ToTeam(IEnumerable<StaffPostRow> posts) =>
        new(new(Tenant), Id, DisplayName, Kind, [.. Municipalities.Select(code => new TenantId(code))], [.. posts.Where(post => post.StaffTeam == Id).OrderBy(post => post.Function, StringComparer.Ordinal).Select(post => new StaffPosts(post.Function, post.Established))]);
}

/// <summary>Funded posts as they lie in their table.</summary>
public sealed class StaffPostRow
{
    public required string Tenant { get; init; }
    public required string StaffTeam { get; init; }
    public required string Function { get; init; }
    public required int Established { get; init; }
}

/// <summary>How teams and posts lie in the tables of <c>Migrations/0003-people.sql</c> and <c>0011-team-terms.sql</c>.</summary>
internal sealed class StaffTeamConfiguration : IEntityTypeConfiguration<StaffTeamRow>, IEntityTypeConfiguration<StaffPostRow>
{
    public void Configure(EntityTypeBuilder<StaffTeamRow> builder)
    {
        builder.ToTable("staff_team").HasKey(row => new { row.Tenant, row.Id });
        builder.Property(row => row.Kind).HasConversion<short>();
        builder.Property(row => row.WorkingTimeLimits).HasColumnType("jsonb");
        builder.Property(row => row.SolveWeights).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<StaffPostRow> builder) => builder.ToTable("staff_post").HasKey(row => new { row.Tenant, row.StaffTeam, row.Function });
}

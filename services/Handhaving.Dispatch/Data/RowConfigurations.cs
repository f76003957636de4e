using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Handhaving.Dispatch.Data;

/// <summary>How the rows lie in the tables of <c>Migrations/0001-dispatch.sql</c>.</summary>
internal sealed class RowConfigurations :
    IEntityTypeConfiguration<UnitRow>, IEntityTypeConfiguration<OfficerRow>, IEntityTypeConfiguration<DutyRow>, IEntityTypeConfiguration<DutyMemberRow>,
    IEntityTypeConfiguration<IncidentRow>, IEntityTypeConfiguration<IncidentFindingRow>, IEntityTypeConfiguration<AssignmentRow>, IEntityTypeConfiguration<TimelineRow>, IEntityTypeConfiguration<ReporterRow>, IEntityTypeConfiguration<RecommendationRow>
{
    public void Configure(EntityTypeBuilder<UnitRow> builder) => builder.ToTable("unit").HasKey(row => row.Name);

    public void Configure(EntityTypeBuilder<OfficerRow> builder)
    {
        builder.ToTable("officer").HasKey(row => row.Id);
        builder.Property(row => row.Appointments).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<DutyRow> builder)
    {
        builder.ToTable("duty").HasKey(row => row.Unit);
        builder.Property(row => row.Calls).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<DutyMemberRow> builder)
    {
        builder.ToTable("duty_member").HasKey(row => row.Officer);
        builder.HasOne<DutyRow>().WithMany().HasForeignKey(row => row.Unit);
    }

    public void Configure(EntityTypeBuilder<IncidentRow> builder)
    {
        builder.ToTable("incident").HasKey(row => new { row.Tenant, row.Id });
        builder.HasQueryFilter(row => row.CanaryAt == null);
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<IncidentFindingRow> builder) => builder.ToView("incident_finding").HasKey(row => new { row.Tenant, row.Id });

    public void Configure(EntityTypeBuilder<AssignmentRow> builder)
    {
        builder.ToTable("assignment").HasKey(row => new { row.Tenant, row.Id });
        builder.Property(row => row.ActiveUnit).ValueGeneratedOnAddOrUpdate();
    }

    public void Configure(EntityTypeBuilder<ReporterRow> builder) => builder.ToTable("reporter").HasKey(row => new { row.Tenant, row.Incident });

    public void Configure(EntityTypeBuilder<TimelineRow> builder)
    {
        builder.ToTable("timeline").HasKey(row => new { row.Tenant, row.Incident, row.Sequence });
        builder.Property(row => row.Changes).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<RecommendationRow> builder)
    {
        builder.ToTable("recommendation").HasKey(row => new { row.Tenant, row.Incident, row.Id });
        builder.Property(row => row.Body).HasColumnType("jsonb");
    }
}

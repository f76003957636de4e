using Handhaving.Dispatch.Loans.Keeping;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Data;

/// <summary>Dispatch's tables for queries and low-rate writes. Reads only what the transaction's tenants may see: row-level security is the wall.</summary>
public sealed class DispatchDb(DbContextOptions<DispatchDb> options) : DbContext(options)
{
    public DbSet<UnitRow> Units => Set<UnitRow>();

    public DbSet<OfficerRow> Officers => Set<OfficerRow>();

    public DbSet<DutyRow> Duties => Set<DutyRow>();

    public DbSet<DutyMemberRow> DutyMembers => Set<DutyMemberRow>();

    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();

    public DbSet<IncidentFindingRow> IncidentFindings => Set<IncidentFindingRow>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<LoanRow> Loans => Set<LoanRow>();

    public DbSet<TimelineRow> Timeline => Set<TimelineRow>();

    public DbSet<ReporterRow> Reporters => Set<ReporterRow>();

    public DbSet<RecommendationRow> Recommendations => Set<RecommendationRow>();

    /// <summary>What stands three names deep in a body; for queries alone.</summary>
    [DbFunction("jsonb_extract_path_text", IsBuiltIn = true)]
    public static string TextAt(string body, string outer, string middle, string inner) => throw new NotSupportedException("The database does this.");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(DispatchDb).Assembly);
        modelBuilder.HasDbFunction(() => TextAt("", "", "", "")).HasParameter("body").HasStoreType("jsonb");
    }
}

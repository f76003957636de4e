using Handhaving.Capacity.Activities;
using Handhaving.Capacity.Checks;
using Handhaving.Capacity.Demand.Keeping;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.Notices;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.Presence;
using Handhaving.Capacity.Reservations.Keeping;
using Handhaving.Capacity.Retention;
using Handhaving.Capacity.Rosters.Keeping;
using Handhaving.Capacity.Rosters.Wishes;
using Handhaving.Capacity.Themes.Keeping;
using Handhaving.Capacity.Triangle.Keeping;
using Handhaving.Capacity.Zones;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Data;

/// <summary>Capacity's tables. Reads only what the transaction's tenants may see: row-level security is the wall.</summary>
public sealed class CapacityDb(DbContextOptions<CapacityDb> options) : DbContext(options)
{
    public DbSet<StaffFunctionRow> StaffFunctions => Set<StaffFunctionRow>();

    public DbSet<StrengthRow> Strengths => Set<StrengthRow>();

    public DbSet<WaterlineRow> Waterlines => Set<WaterlineRow>();

    public DbSet<BlockRow> Blocks => Set<BlockRow>();

    public DbSet<ReservationRow> Reservations => Set<ReservationRow>();

    public DbSet<StaffTeamRow> StaffTeams => Set<StaffTeamRow>();

    public DbSet<StaffPostRow> StaffPosts => Set<StaffPostRow>();

    public DbSet<OfficerRow> Officers => Set<OfficerRow>();

    public DbSet<ConflictRow> Conflicts => Set<ConflictRow>();

    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();

    public DbSet<DemandLineRow> DemandLines => Set<DemandLineRow>();

    public DbSet<SpecialDayRow> SpecialDays => Set<SpecialDayRow>();

    public DbSet<ProfileRow> Profiles => Set<ProfileRow>();

    public DbSet<ZoneRow> Zones => Set<ZoneRow>();

    public DbSet<ActivityRow> Activities => Set<ActivityRow>();

    public DbSet<ActivityHoursRow> ActivityHours => Set<ActivityHoursRow>();

    public DbSet<TargetGroupRow> TargetGroups => Set<TargetGroupRow>();

    public DbSet<CheckRow> Checks => Set<CheckRow>();

    public DbSet<CheckAnswerRow> CheckAnswers => Set<CheckAnswerRow>();

    public DbSet<CheckFindingRow> CheckFindings => Set<CheckFindingRow>();

    public DbSet<PresenceRow> Presences => Set<PresenceRow>();

    public DbSet<PresenceNormRow> PresenceNorms => Set<PresenceNormRow>();

    public DbSet<NoticeRow> Notices => Set<NoticeRow>();

    public DbSet<RetentionRow> RetentionTerms => Set<RetentionRow>();

    public DbSet<RosterRow> Rosters => Set<RosterRow>();

    public DbSet<RosterShiftRow> RosterShifts => Set<RosterShiftRow>();

    public DbSet<ShiftWishRow> ShiftWishes => Set<ShiftWishRow>();

    /// <summary>The live reservations of all cases with a claim on blocks of the owner that is acted as, or with the request named, whatever their municipalities share with it.</summary>
    public IQueryable<ReservationRow> ClaimsOn(DateTimeOffset from, DateTimeOffset until, Guid? asked) =>
        Reservations.FromSql($"select * from claims_on({from.ToUniversalTime()}, {until.ToUniversalTime()}, {asked ?? Guid.Empty})").AsNoTracking();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CapacityDb).Assembly);
        modelBuilder.HasDbFunction(((Func<Guid, DateTimeOffset, bool>)OpenConflicts.IsOpen).Method).HasName("conflict_is_open");
    }
}

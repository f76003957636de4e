using System.Globalization;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Themes.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Themes;

/// <summary>Reads priorities.</summary>
public sealed class ProfileQueries(CapacityDb db, TimeProvider clock)
{
    public async Task<PriorityProfile> GetAsync(ProfileName name, Call call, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var profile = await FindAsync(name, cancellation);
        work.Consulted(call, [(name.Owner, name.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return profile;
    }

    /// <returns>Newest first.</returns>
    public async Task<Page<PriorityProfile>> ListAsync(PageRequest page, Call call, CancellationToken cancellation)
    {
        var before = page.After.Length == 0 ? int.MaxValue : (int)Math.Min(page.AfterNumber, int.MaxValue);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        var found = await db.Profiles.AsNoTracking().Where(row => row.Tenant == call.Owner.Value && row.Version < before).OrderByDescending(row => row.Version).Take(page.Size + 1).ToListAsync(cancellation);
        var shown = found.Take(page.Size).ThatFit(row => row.Body.Length).Select(row => row.ToProfile()).ToList();
        work.Consulted(call, shown.Select(profile => (profile.Name.Owner, profile.Name.Value)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new(shown, found.Count > shown.Count ? page.TokenAfter(shown[^1].Name.Version.ToString(CultureInfo.InvariantCulture)) : "");
    }

    /// <summary>Asked within the transaction of an act.</summary>
    public async Task<PriorityProfile> FindAsync(ProfileName name, CancellationToken cancellation) =>
        (await db.Profiles.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Owner.Value && row.Version == name.Version, cancellation) ?? throw new NotFound(name.Value)).ToProfile();

    /// <summary>The latest version, whether it holds or not; null = there is none.</summary>
    public async Task<ProfileName?> LatestAsync(TenantId owner, CancellationToken cancellation) =>
        await db.Profiles.AsNoTracking().Where(row => row.Tenant == owner.Value).MaxAsync(row => (int?)row.Version, cancellation) is { } version ? new ProfileName(owner, version) : null;

    /// <summary>What holds on a day: the latest version in its period; else the latest whose period is over, and that is told. A municipality without any follows its team's (C-08).</summary>
    /// <exception cref="RuleBroken">PRIORITIES_MISSING.</exception>
    public async Task<(PriorityProfile Profile, bool Expired)> HoldingAsync(TenantId owner, DateOnly day, CancellationToken cancellation)
    {
        var profile = await HoldingAsync(db, owner, day, cancellation) ?? throw ThemeRules.Holding.Broken(("owner", owner.Name));
        return (profile, profile.Proposal.ValidUntil < day);
    }

    /// <summary>The same; null where none holds. Asked within the transaction of an act.</summary>
    public static async Task<PriorityProfile?> HoldingAsync(CapacityDb db, TenantId owner, DateOnly day, CancellationToken cancellation)
    {
        var found = await HoldingOfAsync(db, owner, day, cancellation);
        if (found is null && owner.IsMunicipality && await TeamOfAsync(db, owner, cancellation) is { } team) found = await HoldingOfAsync(db, team, day, cancellation);
        return found?.ToProfile();
    }

    private static Task<ProfileRow?> HoldingOfAsync(CapacityDb db, TenantId owner, DateOnly day, CancellationToken cancellation) => db.Profiles.AsNoTracking()
        .Where(row => row.Tenant == owner.Value && row.State == ProfileState.Valid && row.ValidFrom <= day).OrderByDescending(row => row.ValidUntil >= day).ThenByDescending(row => row.Version).FirstOrDefaultAsync(cancellation);

    private static async Task<TenantId?> TeamOfAsync(CapacityDb db, TenantId municipality, CancellationToken cancellation) =>
        await db.Database.SqlQuery<string?>($"select team as \"Value\" from municipality where code = {municipality.Value}").SingleOrDefaultAsync(cancellation) is { } team ? new TenantId(team) : null;
}

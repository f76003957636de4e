using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.People.Teams;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.People.Keeping;

/// <summary>Reads people and what is known of teams, within the transaction of an act.</summary>
public sealed class PeopleBook(CapacityDb db, LedgerQueries ledger)
{
    /// <exception cref="NotFound">Nobody of that name.</exception>
    public async Task<Officer> GetAsync(OfficerName name, CancellationToken cancellation) => await FindAsync(name, cancellation) ?? throw new NotFound(name.Value);

    public async Task<Officer?> FindAsync(OfficerName name, CancellationToken cancellation) =>
        (await db.Officers.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == name.Owner.Value && row.Id == name.Id, cancellation))?.ToOfficer();

    /// <summary>The people of an owner, by id.</summary>
    public async Task<IReadOnlyList<Officer>> OfAsync(TenantId owner, CancellationToken cancellation) =>
        [.. (await db.Officers.AsNoTracking().Where(row => row.Tenant == owner.Value).OrderBy(row => row.Id).ToListAsync(cancellation)).Select(row => row.ToOfficer())];

    /// <summary>The people of an owner, and those that others lend or lent to it.</summary>
    public async Task<IReadOnlyList<Officer>> WorkingForAsync(TenantId owner, CancellationToken cancellation) =>
        [.. (await db.Officers.AsNoTracking().Where(row => row.Tenant == owner.Value || row.Borrowers.Contains(owner.Value)).OrderBy(row => row.Tenant).ThenBy(row => row.Id).ToListAsync(cancellation)).Select(row => row.ToOfficer())];

    public async Task<IReadOnlyList<StaffTeam>> TeamsAsync(TenantId owner, CancellationToken cancellation)
    {
        var posts = await db.StaffPosts.AsNoTracking().Where(row => row.Tenant == owner.Value).ToListAsync(cancellation);
        return [.. (await db.StaffTeams.AsNoTracking().Where(row => row.Tenant == owner.Value).OrderBy(row => row.Id).ToListAsync(cancellation)).Select(row => row.ToTeam(posts))];
    }

    /// <summary>Functions whose strength follows from people: those that a municipality has posts of. The police reports its own.</summary>
    public async Task<IReadOnlyList<FunctionPosts>> PostsAsync(TenantId owner, CancellationToken cancellation)
    {
        if (!owner.IsMunicipality) return [];
        var functions = await db.StaffFunctions.AsNoTracking().ToDictionaryAsync(row => row.Code, cancellation);
        var posts = await db.StaffPosts.AsNoTracking().Where(row => row.Tenant == owner.Value).ToListAsync(cancellation);
        return [.. posts.GroupBy(post => post.Function).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new FunctionPosts(PowersOf(new(owner, group.Key), functions[group.Key]), group.Sum(post => post.Established)))];
    }

    public async Task<FunctionPowers> PowersAsync(FunctionName function, CancellationToken cancellation) =>
        PowersOf(function, await db.StaffFunctions.AsNoTracking().SingleAsync(row => row.Code == function.Code, cancellation));

    public async Task<KnownStaff> KnownAsync(TenantId owner, CancellationToken cancellation)
    {
        var codes = await db.Database.SqlQuery<string>($"select code as \"Value\" from municipality").ToListAsync(cancellation);
        return new(owner, await ledger.FunctionsAsync(cancellation), await TeamsAsync(owner, cancellation), codes.ToHashSet());
    }

    internal static FunctionPowers PowersOf(FunctionName function, StaffFunctionRow row) => new(function, row.Domain, row.ForceTest);
}

using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.People.Keeping;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Strengths;

/// <summary>Says which people stand behind the numbers of a function, and who may do a piece of work.</summary>
public sealed class StrengthQueries(CapacityDb db, PeopleBook people, PublishedBook rosters, LedgerQueries ledger, TimeProvider clock)
{
    private static readonly TimeSpan LongestExplained = TimeSpan.FromDays(31);
    private static readonly TimeSpan LongestWork = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<StrengthSegment>> ExplainAsync(FunctionName function, Interval stretch, Call call, CancellationToken cancellation)
    {
        stretch.Require(LongestExplained);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        (await ledger.FunctionsAsync(cancellation)).Require(function.Code, function.Owner);
        var posts = (await people.PostsAsync(function.Owner, cancellation)).SingleOrDefault(posts => posts.Function == function) ?? throw PeopleRules.Derived.Broken(("function", function.Code), ("owner", function.Owner.Name));
        var segments = DerivedStrength.Of(posts, await people.WorkingForAsync(function.Owner, cancellation), await rosters.OfAsync(function.Owner, stretch, cancellation), stretch);
        work.Consulted(call, [(function.Owner, function.Value)], clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return segments;
    }

    /// <returns>Everybody who has the function in a contract within the stretch, and who is lent in with it as post, by id.</returns>
    public async Task<Page<Candidate>> CandidatesAsync(FunctionName function, Interval stretch, PageRequest page, Call call, CancellationToken cancellation)
    {
        stretch.Require(LongestWork);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        (await ledger.FunctionsAsync(cancellation)).Require(function.Code, function.Owner);
        var asked = await people.PowersAsync(function, cancellation);
        var found = (await people.WorkingForAsync(function.Owner, cancellation)).Where(officer => string.CompareOrdinal(officer.Name.Id, page.After) > 0 && officer.WorksFor(function, stretch))
            .OrderBy(officer => officer.Name.Id, StringComparer.Ordinal).Take(page.Size + 1).Select(officer => Candidate.Of(officer, asked, stretch)).ToList();
        var shown = found.Take(page.Size).ToList();
        work.Consulted(call, shown.Select(candidate => (candidate.Name.Owner, candidate.Name.Value)), clock.GetUtcNow());
        await work.CommitAsync(cancellation);
        return new(shown, found.Count > page.Size ? page.TokenAfter(shown[^1].Name.Id) : "");
    }
}

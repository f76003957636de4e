using Handhaving.Capacity.Blocks;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Ledger;
using Handhaving.Capacity.Ledger.Keeping;
using Handhaving.Capacity.People.Keeping;
using Handhaving.Capacity.People.Teams;
using Handhaving.Capacity.WorkingTime;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Capacity.People.Strengths;

/// <summary>Gives the ledger the strength that follows from people, for the weeks ahead. What is promised stays promised; where strength drops below it, a fact tells that.</summary>
public sealed class DeriveStrength(PeopleBook people, StrengthStore strengths)
{
    private const int DaysAhead = 92;

    /// <summary>From the block of now to the midnight after a quarter of a year.</summary>
    public static Interval Horizon(DateTimeOffset now) => new(Interval.BlockOf(now), DutchClock.Midnight(DutchClock.DayOf(now).AddDays(DaysAhead)));

    /// <summary>Counts the stretch anew; under the lock of the owner's people.</summary>
    /// <returns>Where more is promised than there is since.</returns>
    public async Task<IReadOnlyList<Shortage>> HandleAsync(UnitOfWork<CapacityDb> work, TenantId owner, Interval stretch, PeopleAct act, CancellationToken cancellation)
    {
        var posts = await people.PostsAsync(owner, cancellation);
        if (posts.Count == 0 || stretch.End <= stretch.Start) return [];
        await BeginAsync(work, owner, stretch, posts, act.At, cancellation);
        var officers = await people.WorkingForAsync(owner, cancellation);
        List<Shortage> shortages = [];
        foreach (var one in posts)
            foreach (var group in DerivedStrength.Of(one, officers, stretch).GroupBy(segment => StrengthRow.LossesOf(StrengthCauses.StrengthOf(segment.Block))))
                shortages.AddRange(await strengths.KeepAsync(work, Report(one, stretch, group.Key, act), group.SelectMany(segment => segment.Time.Blocks()).ToList(), cancellation));
        return shortages;
    }

    /// <summary>Lets strength of those be counted anew to whom somebody is or was lent: theirs is not this transaction's to write.</summary>
    public async Task MarkDueAsync(UnitOfWork<CapacityDb> work, IEnumerable<TenantId> owners, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("insert into derived_strength (owner, due) select o, true from unnest($1) o order by o on conflict (owner) do update set due = true") { Parameters = { new() { Value = owners.Select(owner => owner.Value).ToArray() } } });
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    // Blocks are locked in their one order before any is written, for claims lock them so; that strength is due is taken back before it is counted.
    private static async Task BeginAsync(UnitOfWork<CapacityDb> work, TenantId owner, Interval stretch, IReadOnlyList<FunctionPosts> posts, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        if (stretch.Start <= Interval.BlockOf(now) && stretch.End >= Horizon(now).End)
            batch.BatchCommands.Add(new("insert into derived_strength (owner, derived_until) values ($1, $2) on conflict (owner) do update set derived_until = $2, due = false")
            {
                Parameters = { new() { Value = owner.Value }, new() { Value = stretch.End } },
            });
        batch.BatchCommands.Add(BlockTable.Lock([.. posts.SelectMany(one => stretch.Blocks().Select(start => new BlockKey(owner, one.Function.Code, start)))]));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static StrengthRow Report(FunctionPosts posts, Interval stretch, string losses, PeopleAct act) => new()
    {
        Tenant = posts.Function.Owner.Value, Id = Guid.CreateVersion7(act.At), Function = posts.Function.Code, StartsAt = stretch.Start, EndsAt = stretch.End,
        Established = posts.Established, Losses = losses, ReportedBy = act.By, ReportedAt = act.At,
    };
}

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
public sealed class DeriveStrength(PeopleBook people, StrengthStore strengths, PublishedBook rosters)
{
    private const int DaysAhead = 92;

    /// <summary>From the block of now to the midnight after a quarter of a year.</summary>
    public static Interval Horizon(DateTimeOffset now) => new(Interval.BlockOf(now), DutchClock.Midnight(DutchClock.DayOf(now).AddDays(DaysAhead)));

    /// <summary>Counts the stretch anew; under the lock of the owner's people.</summary>
    /// <returns>Where more is promised than there is since.</returns>
    public async Task<IReadOnlyList<Shortage>> HandleAsync(UnitOfWork<CapacityDb> work, TenantId owner, Interval stretch, PeopleAct act, CancellationToken cancellation)
    {
        if (stretch.End <= stretch.Start) return [];
        await BeginAsync(work, owner, stretch, act.At, cancellation); // also where nothing is derived: what is due is done by it
        var posts = await people.PostsAsync(owner, cancellation);
        if (posts.Count == 0) return [];
        var officers = await people.WorkingForAsync(owner, cancellation);
        var published = await rosters.OfAsync(owner, stretch, cancellation);
        List<StrengthGroup> changed = [];
        foreach (var one in posts) changed.AddRange(await ChangedAsync(work, one, officers, published, stretch, cancellation));
        await LockAsync(work, changed, cancellation);
        return await strengths.KeepAsync(work, [.. changed.Select(group => new ReportedBlocks(Report(group, stretch, act), group.Blocks))], cancellation);
    }

    /// <summary>Lets strength of those be counted anew to whom somebody is or was lent: theirs is not this transaction's to write.</summary>
    public static async Task MarkDueAsync(UnitOfWork<CapacityDb> work, IReadOnlyList<TenantId> owners, CancellationToken cancellation)
    {
        if (owners.Count == 0) return;
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("insert into derived_strength (owner, due) select o, true from unnest($1) o order by o on conflict (owner) do update set due = true") { Parameters = { new() { Value = owners.Select(owner => owner.Value).ToArray() } } });
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    // That strength is due is taken back before people are read: who marks it so meanwhile waits, and is counted by the next turn.
    private static async Task BeginAsync(UnitOfWork<CapacityDb> work, TenantId owner, Interval stretch, DateTimeOffset now, CancellationToken cancellation)
    {
        if (stretch.Start > Interval.BlockOf(now) || stretch.End < Horizon(now).End) return;
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("insert into derived_strength (owner, derived_until) values ($1, $2) on conflict (owner) do update set derived_until = $2, due = false")
        {
            Parameters = { new() { Value = owner.Value }, new() { Value = stretch.End } },
        });
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    // Read without a lock: what is derived changes under the lock of the owner's people alone.
    private static async Task<IEnumerable<StrengthGroup>> ChangedAsync(UnitOfWork<CapacityDb> work, FunctionPosts posts, IReadOnlyList<Officer> officers, PublishedShifts published, Interval stretch, CancellationToken cancellation)
    {
        List<(Interval Time, KnownStrength Strength)> segments = [.. DerivedStrength.Of(posts, officers, published, stretch)
            .Select(segment => (segment.Time, new KnownStrength(segment.Block.Established, StrengthRow.LossesOf(StrengthCauses.StrengthOf(segment.Block)), segment.Planned?.Count)))];
        var differing = await StrengthStore.DifferingAsync(work, posts.Function, segments, cancellation);
        return differing.GroupBy(block => segments[block.Segment].Strength).Select(group => new StrengthGroup(posts, group.Key, [.. group.Select(block => block.Start)]));
    }

    // All in their one order before any is written, for claims lock them so.
    private static async Task LockAsync(UnitOfWork<CapacityDb> work, List<StrengthGroup> groups, CancellationToken cancellation)
    {
        if (groups.Count == 0) return;
        await using var batch = work.Batch();
        batch.BatchCommands.Add(BlockTable.Lock([.. groups.SelectMany(group => group.Blocks.Select(start => new BlockKey(group.Posts.Function.Owner, group.Posts.Function.Code, start)))]));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static StrengthRow Report(StrengthGroup group, Interval stretch, PeopleAct act) => new()
    {
        Tenant = group.Posts.Function.Owner.Value, Id = Guid.CreateVersion7(act.At), Function = group.Posts.Function.Code, StartsAt = stretch.Start, EndsAt = stretch.End,
        Established = group.Posts.Established, Losses = group.Strength.Losses, Planned = group.Strength.Planned, ReportedBy = act.By, ReportedAt = act.At,
    };

    private sealed record StrengthGroup(FunctionPosts Posts, KnownStrength Strength, IReadOnlyList<DateTimeOffset> Blocks);
}

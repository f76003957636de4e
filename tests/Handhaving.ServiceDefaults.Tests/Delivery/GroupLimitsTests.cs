using Handhaving.ServiceDefaults.Delivery;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Delivery;

/// <summary>What a group commit takes at most.</summary>
public sealed class GroupLimitsTests
{
    [Fact]
    public async Task A_commit_takes_no_more_works_than_it_may()
    {
        List<int> sizes = [];
        var gate = new TaskCompletionSource();
        await using var group = new GroupCommit<string, Work>(async (_, batch, _) =>
        {
            await gate.Task;
            sizes.Add(batch.Count);
        }, new(AtOnce: 1, LargestBatch: 4));
        var works = await SubmitAsync(group, Enumerable.Repeat("0888", 20));

        gate.SetResult();
        await Task.WhenAll(works.Select(work => work.Done));

        Assert.Equal(20, sizes.Sum());
        Assert.All(sizes, size => Assert.InRange(size, 1, 4));
        Assert.Contains(4, sizes);
    }

    [Fact]
    public async Task No_more_shards_commit_at_once_than_may()
    {
        var (running, most) = (0, 0);
        var both = new TaskCompletionSource();
        await using var group = new GroupCommit<string, Work>(async (_, _, _) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            if (now == 2) both.TrySetResult();
            await both.Task;
            await Task.Yield();
            Interlocked.Decrement(ref running);
        }, new(AtOnce: 2, LargestBatch: 256));

        var works = await SubmitAsync(group, Enumerable.Range(0, 12).Select(shard => $"{shard}"));
        await Task.WhenAll(works.Select(work => work.Done));

        Assert.Equal(2, most);
    }

    private static void InterlockedMax(ref int most, int now)
    {
        for (var seen = Volatile.Read(ref most); now > seen; seen = Volatile.Read(ref most))
            if (Interlocked.CompareExchange(ref most, now, seen) == seen) return;
    }

    private static async Task<List<Work>> SubmitAsync(GroupCommit<string, Work> group, IEnumerable<string> shards)
    {
        List<Work> works = [];
        foreach (var shard in shards)
        {
            works.Add(new());
            await group.SubmitAsync(shard, works[^1], TestContext.Current.CancellationToken);
        }
        return works;
    }

    private sealed class Work() : GroupedWork(CancellationToken.None);
}

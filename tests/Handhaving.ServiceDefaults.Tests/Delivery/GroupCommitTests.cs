using System.Collections.Concurrent;
using Handhaving.ServiceDefaults.Delivery;
using Npgsql;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Delivery;

/// <summary>Commands that share a commit, over a commit in memory.</summary>
public sealed class GroupCommitTests
{
    private readonly List<int[]> commits = [];
    private readonly TaskCompletionSource gate = new();

    [Fact]
    public async Task What_waits_while_a_commit_runs_shares_the_next_one()
    {
        await using var group = Group((_, _) => gate.Task);
        var works = await SubmitAsync(group, 5);

        gate.SetResult();
        await Task.WhenAll(works.Select(work => work.Done));

        Assert.Equal([1, 2, 3, 4, 5], commits.SelectMany(commit => commit));
        Assert.True(commits.Count < 5);
    }

    [Fact]
    public async Task One_work_that_fails_never_fails_its_neighbours()
    {
        await using var group = Group((batch, _) => batch.Contains(2) ? Task.FromException(new InvalidOperationException("two")) : Task.CompletedTask);
        var works = await SubmitAsync(group, 3);

        await works[0].Done;
        await works[2].Done;
        await Assert.ThrowsAsync<InvalidOperationException>(() => works[1].Done);
    }

    [Fact]
    public async Task A_transient_failure_is_tried_again()
    {
        await using var group = Group((_, attempt) => attempt < 3 ? Task.FromException(new PostgresException("", "", "", "40001")) : Task.CompletedTask);

        await (await SubmitAsync(group, 1))[0].Done;

        Assert.Equal(3, commits.Count);
    }

    [Fact]
    public async Task A_caller_who_went_away_is_skipped()
    {
        await using var group = Group((_, _) => Task.CompletedTask);
        var gone = new Work(9, new CancellationToken(canceled: true));

        await group.SubmitAsync("0888", gone, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<TaskCanceledException>(() => gone.Done);
        Assert.Empty(commits);
    }

    [Fact]
    public async Task Disposing_first_commits_what_waits()
    {
        var group = Group((_, _) => gate.Task);
        var works = await SubmitAsync(group, 3);

        var disposing = group.DisposeAsync();
        gate.SetResult();
        await disposing;

        Assert.All(works, work => Assert.True(work.Done.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task A_shard_that_nobody_needs_any_longer_leaves_no_writer_behind()
    {
        await using var group = Group((_, _) => Task.CompletedTask);

        for (var shard = 0; shard < 100; shard++)
        {
            var work = new Work(shard, CancellationToken.None);
            await group.SubmitAsync($"{shard}", work, TestContext.Current.CancellationToken);
            await work.Done;
        }

        Assert.True(SpinWait.SpinUntil(() => group.Writers == 0, TimeSpan.FromSeconds(30)), $"{group.Writers} writers are left.");
    }

    [Fact]
    public async Task Work_that_comes_as_a_writer_ends_is_committed_once_and_never_by_two_at_once()
    {
        ConcurrentDictionary<string, int> writing = [];
        ConcurrentDictionary<int, int> committed = [];
        var together = 0;
        await using var group = new GroupCommit<string, Work>(async (shard, batch, _) =>
        {
            if (writing.AddOrUpdate(shard, 1, (_, count) => count + 1) > 1) Interlocked.Increment(ref together);
            await Task.Yield();
            foreach (var work in batch) committed.AddOrUpdate(work.Number, 1, (_, count) => count + 1);
            writing.AddOrUpdate(shard, 0, (_, count) => count - 1);
        });

        await Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (var number = 0; number < 2000; number++)
            {
                var work = new Work((caller * 2000) + number, CancellationToken.None);
                await group.SubmitAsync($"{number % 7}", work, TestContext.Current.CancellationToken);
                await work.Done;
            }
        })));

        Assert.Equal((0, 32_000), (together, committed.Count));
        Assert.All(committed.Values, count => Assert.Equal(1, count));
        Assert.True(SpinWait.SpinUntil(() => group.Writers == 0, TimeSpan.FromSeconds(30)), $"{group.Writers} writers are left.");
    }

    [Fact]
    public async Task What_comes_while_too_much_waits_is_let_in_as_room_comes()
    {
        await using var group = Group((_, _) => gate.Task);

        var submitting = SubmitAsync(group, 10_000);
        Assert.False(submitting.IsCompleted);
        gate.SetResult();
        await Task.WhenAll((await submitting).Select(work => work.Done));

        Assert.Equal(Enumerable.Range(1, 10_000), commits.SelectMany(commit => commit));
    }

    private GroupCommit<string, Work> Group(Func<int[], int, Task> commit) => new((_, batch, _) =>
    {
        commits.Add([.. batch.Select(work => work.Number)]);
        return commit(commits[^1], commits.Count);
    });

    private static async Task<Work[]> SubmitAsync(GroupCommit<string, Work> group, int count)
    {
        Work[] works = [.. Enumerable.Range(1, count).Select(number => new Work(number, CancellationToken.None))];
        foreach (var work in works) await group.SubmitAsync("0888", work, TestContext.Current.CancellationToken);
        return works;
    }

    private sealed class Work(int number, CancellationToken cancellation) : GroupedWork(cancellation)
    {
        public int Number { get; } = number;
    }
}

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

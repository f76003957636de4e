using System.Collections.Concurrent;
using Handhaving.Dispatch.Board.Opening;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Tests.Board.Opening;

/// <summary>Who may read the same and waits at the same time is answered by one reading; nobody by one that began before it asked, or that was another's.</summary>
public sealed class SharedReadingTests : IDisposable
{
    private static readonly TenantId Team = new("westelijke-mijnstreek");
    private static readonly TenantScope Desk = new(Team, "0888,0971,1883") { Restricted = RestrictedReach.All }, Officer = Desk with { Restricted = RestrictedReach.None };
    private readonly ConcurrentQueue<TenantScope> readings = new();
    private readonly SemaphoreSlim begun = new(0), goOn = new(0);

    [Fact]
    public async Task All_who_wait_while_another_reading_runs_share_the_next()
    {
        await using var shared = Reading(atOnce: 2);
        var first = Ask(shared, Desk);
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        var waiting = Enumerable.Range(0, 50).Select(_ => Ask(shared, Desk)).ToList();

        goOn.Release(2);
        var answers = await Task.WhenAll(waiting);

        Assert.Equal(2, readings.Count);
        Assert.All(answers, answer => Assert.Same(answers[0], answer));
        Assert.NotSame(await first, answers[0]); // it began before they asked
    }

    [Fact]
    public async Task Who_may_read_something_else_gets_a_reading_of_its_own()
    {
        await using var shared = Reading(atOnce: 2);
        TenantScope[] scopes = [Desk, Officer, Desk with { Own = "0888" }, Desk with { Writes = new("brunssum-landgraaf") }];
        goOn.Release(100);

        var answers = await Task.WhenAll(scopes.Select(scope => Ask(shared, scope)));

        Assert.Equal(scopes, answers.Select(answer => answer.Scope));
    }

    [Fact]
    public async Task No_more_run_at_once_than_may_and_the_others_wait()
    {
        await using var shared = Reading(atOnce: 2);
        var asked = Enumerable.Range(0, 5).Select(number => Ask(shared, Desk with { Own = $"{number}" })).ToList();
        for (var number = 0; number < 2; number++) await begun.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((2, 0), (readings.Count, begun.CurrentCount));
        for (var ended = 1; ended <= 3; ended++)
        {
            goOn.Release();
            await begun.WaitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(2 + ended, readings.Count);
        }
        goOn.Release(2);
        await Task.WhenAll(asked);
    }

    [Fact]
    public async Task Who_leaves_while_it_waits_is_not_read_for()
    {
        await using var shared = Reading(atOnce: 1);
        using var leaves = new CancellationTokenSource();
        var first = Ask(shared, Desk);
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        var gone = shared.AskAsync(Officer, leaves.Token);

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        goOn.Release(100);
        await Task.WhenAll(first, Ask(shared, Desk with { Own = "0888" }));

        Assert.DoesNotContain(Officer, readings);
    }

    [Fact]
    public async Task Who_leaves_while_it_is_read_takes_nobody_along()
    {
        await using var shared = Reading(atOnce: 1);
        using var leaves = new CancellationTokenSource();
        var first = shared.AskAsync(Desk, leaves.Token);
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        var other = Ask(shared, Desk);

        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        goOn.Release(2);

        Assert.Equal(Desk, (await other).Scope);
    }

    [Fact]
    public async Task A_reading_that_fails_fails_all_who_share_it_and_is_not_made_once_for_each()
    {
        await using var shared = new SharedReading<Answer>(async (scope, _) =>
        {
            readings.Enqueue(scope);
            begun.Release();
            await goOn.WaitAsync(TestContext.Current.CancellationToken);
            throw new NotFound(Team.Name);
        }, atOnce: 1);
        var asked = new List<Task<Answer>> { Ask(shared, Desk) };
        await begun.WaitAsync(TestContext.Current.CancellationToken);
        for (var number = 0; number < 20; number++) asked.Add(Ask(shared, Desk));

        goOn.Release(2);

        foreach (var one in asked) await Assert.ThrowsAsync<NotFound>(() => one);
        Assert.Equal(2, readings.Count);
    }

    public void Dispose()
    {
        begun.Dispose();
        goOn.Dispose();
    }

    private SharedReading<Answer> Reading(int atOnce) => new(async (scope, cancellation) =>
    {
        readings.Enqueue(scope);
        begun.Release();
        await goOn.WaitAsync(cancellation);
        return new(scope);
    }, atOnce);

    private static Task<Answer> Ask(SharedReading<Answer> shared, TenantScope scope) => shared.AskAsync(scope, TestContext.Current.CancellationToken);

    private sealed class Answer(TenantScope scope)
    {
        public TenantScope Scope { get; } = scope;
    }
}

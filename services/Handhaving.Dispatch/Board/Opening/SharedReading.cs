using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>One reading for all who may read the same and wait at the same time. Each is answered by a reading that began after it asked, so that what was committed, or withdrawn, before counts.</summary>
/// <remarks>A scope says all that row-level security goes by: the team, whose records are read, and whether restricted ones are among them.</remarks>
/// <param name="atOnce">Readings that run at the same time, each on one connection; the others wait in order.</param>
internal sealed class SharedReading<T>(Func<TenantScope, CancellationToken, Task<T>> read, int atOnce) : IAsyncDisposable where T : class
{
    private readonly GroupCommit<TenantScope, Question> readings = new((scope, questions, cancellation) => AnswerAsync(() => read(scope, cancellation), questions), GroupLimits.Usual with { AtOnce = atOnce });

    public async Task<T> AskAsync(TenantScope scope, CancellationToken cancellation)
    {
        var question = new Question(cancellation);
        await readings.SubmitAsync(scope, question, cancellation);
        await question.Done.WaitAsync(cancellation);
        return question.Answer ?? throw new InvalidOperationException("The question ended without an answer.");
    }

    public ValueTask DisposeAsync() => readings.DisposeAsync();

    private static async Task AnswerAsync(Func<Task<T>> read, IReadOnlyList<Question> questions)
    {
        foreach (var question in questions) question.Begin();
        try
        {
            var answer = await read();
            foreach (var question in questions) question.Answer = answer;
        }
        catch (Exception failure) // kept for all who share the reading: it would fail each of them, one after the other
        {
            foreach (var question in questions) question.Refuse(failure);
        }
    }

    private sealed class Question(CancellationToken cancellation) : GroupedWork(cancellation)
    {
        public T? Answer { get; set; }
    }
}

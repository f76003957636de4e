using System.Diagnostics;

namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>A command on its way through a group commit: decided in the transaction, answered after the commit.</summary>
public abstract class GroupedWork(CancellationToken cancellation)
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Exception? refusal;

    /// <summary>Trace of the call that asked for the work; a commit shared by many stands in the trace of its first.</summary>
    public Activity? Origin { get; } = Activity.Current;

    /// <summary>Ends when the work is committed; throws what refused it.</summary>
    public Task Done => done.Task;

    /// <summary>The caller went away before a writer took the work.</summary>
    public bool IsAbandoned
    {
        get
        {
            if (cancellation.IsCancellationRequested) done.TrySetCanceled(cancellation);
            return cancellation.IsCancellationRequested;
        }
    }

    public bool IsCompleted => done.Task.IsCompleted;

    /// <summary>This work alone is refused; its neighbours go on. Forgotten when the batch is tried again.</summary>
    public void Refuse(Exception exception) => refusal = exception;

    /// <summary>Called as a transaction begins: what an earlier attempt decided no longer counts.</summary>
    public void Begin() => refusal = null;

    internal void Complete()
    {
        if (refusal is null) done.TrySetResult();
        else done.TrySetException(refusal);
    }

    internal void Fail(Exception exception) => done.TrySetException(exception);
}

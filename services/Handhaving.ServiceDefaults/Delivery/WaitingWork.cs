namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>What waits for the writer of one shard; only its group touches it, under the group's lock.</summary>
internal sealed class WaitingWork<TWork> where TWork : GroupedWork
{
    private const int Most = 4096;
    private readonly Queue<TWork> waiting = new();
    private TaskCompletionSource room = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The task that writes it.</summary>
    public Task Writer { get; set; } = Task.CompletedTask;

    public bool IsEmpty => waiting.Count == 0;

    /// <returns>Null when it waits here now; else what ends when it may be tried again.</returns>
    public Task? Enter(TWork work)
    {
        if (waiting.Count == Most) return room.Task;
        waiting.Enqueue(work);
        return null;
    }

    /// <summary>Takes the oldest for one commit, without those whose callers went away.</summary>
    public void Take(List<TWork> batch, int most)
    {
        var wasFull = waiting.Count == Most;
        while (batch.Count < most && waiting.TryDequeue(out var work))
            if (!work.IsAbandoned) batch.Add(work);
        if (!wasFull) return;
        room.SetResult();
        room = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

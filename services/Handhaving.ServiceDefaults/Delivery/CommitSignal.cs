namespace Handhaving.ServiceDefaults.Delivery;

/// <summary>Wakes the relay and the feed reader of this process after a commit; a missed wake costs one poll, never a message.</summary>
public sealed class CommitSignal
{
    private readonly List<SemaphoreSlim> listeners = [];

    /// <summary>Called after each raise, for a hint to other processes.</summary>
    public event Action? Raised;

    public void Raise()
    {
        Wake();
        Raised?.Invoke();
    }

    /// <summary>A hint that came from another process.</summary>
    public void Wake()
    {
        lock (listeners)
            foreach (var listener in listeners.Where(listener => listener.CurrentCount == 0)) listener.Release();
    }

    public SemaphoreSlim Listen()
    {
        var listener = new SemaphoreSlim(0);
        lock (listeners) listeners.Add(listener);
        return listener;
    }
}

namespace Handhaving.AppHost.Local.Running;

/// <summary>The pause before a process that died is started again: doubling, and forgotten once it has run for a while.</summary>
internal sealed class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500), Longest = TimeSpan.FromSeconds(30), Steady = TimeSpan.FromSeconds(60);
    private TimeSpan _next = First;

    public TimeSpan After(TimeSpan uptime)
    {
        if (uptime >= Steady)
            _next = First;
        var pause = _next;
        _next = pause * 2 < Longest ? pause * 2 : Longest;
        return pause;
    }
}

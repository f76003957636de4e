using Handhaving.Dispatch.V1;

namespace Handhaving.Simulator.Streams;

/// <summary>How new each incident was when a board showed it last. Fed by one reader of one stream.</summary>
public sealed class Sightings
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> newest = [];
    private readonly HashSet<string> snapshot = [];
    private IReadOnlyList<string> tenants = [];
    private DateTimeOffset snapshotTime = DateTimeOffset.MinValue;

    /// <summary>A stream began; after a reset the snapshot that follows says what is on the board.</summary>
    public void Begin(Hello hello)
    {
        lock (gate)
        {
            tenants = [.. hello.Tenants];
            snapshot.Clear();
        }
    }

    /// <summary>The board showed an incident.</summary>
    public void Saw(Incident incident)
    {
        lock (gate)
        {
            snapshot.Add(incident.Name);
            var shown = incident.UpdateTime.ToDateTimeOffset();
            if (shown > newest.GetValueOrDefault(incident.Name))
                newest[incident.Name] = shown;
        }
    }

    /// <summary>An incident left the board: nothing newer of it can be shown.</summary>
    public void Left(string name)
    {
        lock (gate)
            newest[name] = DateTimeOffset.MaxValue;
    }

    /// <summary>A snapshot is complete as of this time: what it does not hold had left the board before.</summary>
    public void Complete(DateTimeOffset serverTime)
    {
        lock (gate)
        {
            snapshotTime = serverTime;
            foreach (var name in newest.Keys.Where(name => !snapshot.Contains(name)).ToList())
                newest[name] = DateTimeOffset.MaxValue;
        }
    }

    /// <summary>Up to when changes of an incident were shown; before any sight of it, up to the last snapshot of its municipality.</summary>
    public DateTimeOffset SeenUntil(string incident)
    {
        lock (gate)
        {
            if (newest.TryGetValue(incident, out var shown))
                return shown;
            return Covers(incident) ? snapshotTime : DateTimeOffset.MinValue;
        }
    }

    /// <summary>Whether this board shows incidents of its municipality.</summary>
    public bool Carries(string incident)
    {
        lock (gate)
            return Covers(incident);
    }

    private bool Covers(string incident) => tenants.Any(tenant => incident.StartsWith(tenant + "/", StringComparison.Ordinal));
}

/// <summary>Several boards taken together.</summary>
public static class SightingsOfMany
{
    /// <summary>Up to when every board that carries the incident showed its changes; never when none carries it.</summary>
    public static DateTimeOffset SeenUntil(this IReadOnlyList<Sightings> boards, string incident) =>
        boards.Where(board => board.Carries(incident)).Select(board => board.SeenUntil(incident)).DefaultIfEmpty(DateTimeOffset.MinValue).Min();
}

using Handhaving.Dispatch.Incidents;
using Handhaving.Events.Capacity;

namespace Handhaving.Dispatch.Priorities;

/// <summary>What decides which of several incidents that wait gets a unit first; less comes first.</summary>
/// <param name="Priority">1 = emergency.</param>
/// <param name="Patience">0 = it waits so long that it goes before every theme.</param>
/// <param name="Zone">0 = in a zone that counts now.</param>
/// <param name="Theme">The weightier its theme, the less; what fits no theme comes last.</param>
/// <param name="Since">Since when it waits.</param>
internal readonly record struct QueuePlace(int Priority, int Patience, int Zone, int Theme, DateTimeOffset Since, string Number) : IComparable<QueuePlace>
{
    // The last colour of the queue (dispatch 7): no theme lets another wait longer.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(60);

    public static QueuePlace Of(Incident incident, HeldTheme? theme, bool inZone, DateTimeOffset now)
    {
        var since = incident.PendingSince ?? incident.CreatedAt;
        return new(incident.Priority, now - since >= Longest ? 0 : 1, inZone ? 0 : 1, -(theme?.Weight ?? 0), since, incident.Number);
    }

    public int CompareTo(QueuePlace other)
    {
        var weighed = (Priority, Patience).CompareTo((other.Priority, other.Patience));
        if (weighed == 0 && Patience > 0) weighed = (Zone, Theme).CompareTo((other.Zone, other.Theme));
        if (weighed == 0) weighed = Since.CompareTo(other.Since);
        return weighed == 0 ? string.CompareOrdinal(Number, other.Number) : weighed;
    }
}

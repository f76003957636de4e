using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Handhaving.ServiceDefaults.Feed;

/// <summary>A place in the feed: everything up to (xid, id) was seen, and of what follows the rows that a snapshot already showed.</summary>
/// <param name="Snapshot">pg_snapshot text of the read that began the stream; empty once the cursor passed its end.</param>
public readonly record struct FeedCursor(ulong Xid, long Id, string Snapshot) : IComparable<FeedCursor>
{
    public int CompareTo(FeedCursor other) => (Xid, Id).CompareTo((other.Xid, other.Id));

    public static bool operator <(FeedCursor left, FeedCursor right) => left.CompareTo(right) < 0;

    public static bool operator >(FeedCursor left, FeedCursor right) => left.CompareTo(right) > 0;

    public static bool operator <=(FeedCursor left, FeedCursor right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FeedCursor left, FeedCursor right) => left.CompareTo(right) >= 0;

    /// <summary>Just before the first row that a snapshot (xmin:xmax:xip,...) could not see.</summary>
    public static FeedCursor At(string snapshot) => new(ulong.Parse(snapshot.Split(':')[0], CultureInfo.InvariantCulture), 0, snapshot);

    /// <summary>The cursor after a row.</summary>
    public FeedCursor After(ulong xid, long id) => new(xid, id, Snapshot.Length > 0 && xid >= Xmax(Snapshot) ? "" : Snapshot);

    /// <summary>Whether the snapshot that began the stream showed this row's transaction.</summary>
    public bool Showed(ulong xid)
    {
        if (Snapshot.Length == 0) return false;
        var parts = Snapshot.Split(':');
        if (xid >= Xmax(Snapshot)) return false;
        return xid < ulong.Parse(parts[0], CultureInfo.InvariantCulture)
            || !parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Contains(xid.ToString(CultureInfo.InvariantCulture));
    }

    public string ToToken() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Xid}|{Id}|{Snapshot}")));

    /// <returns>Null when the token is not one of ours.</returns>
    public static FeedCursor? Parse(string token)
    {
        if (!Base64Url.IsValid(token)) return null;
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token)).Split('|');
        return parts is [var xid, var id, var snapshot] && ulong.TryParse(xid, NumberStyles.None, CultureInfo.InvariantCulture, out var x) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var i)
            && (snapshot.Length == 0 || snapshot.Split(':') is [var low, var high, _] && ulong.TryParse(low, out _) && ulong.TryParse(high, out _))
            ? new FeedCursor(x, i, snapshot) : null;
    }

    private static ulong Xmax(string snapshot) => ulong.Parse(snapshot.Split(':')[1], CultureInfo.InvariantCulture);
}

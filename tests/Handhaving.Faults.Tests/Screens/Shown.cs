using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Handhaving.Faults.Tests.Screens;

/// <summary>Which transactions a board's snapshot showed.</summary>
public sealed class Shown
{
    private readonly ulong xmin, xmax;
    private readonly HashSet<ulong> underWay;

    private Shown(ulong xmin, ulong xmax, HashSet<ulong> underWay, bool byThisRelease) => (this.xmin, this.xmax, this.underWay, ByThisRelease) = (xmin, xmax, underWay, byThisRelease);

    /// <summary>The last release gave tokens without a mark.</summary>
    public bool ByThisRelease { get; }

    /// <summary>Of the token at the snapshot's end: base64url of <c>xid|id|xmin:xmax:xip,...</c>, and since this release a mark of the board after a dot.</summary>
    public static Shown Of(string token)
    {
        var marked = token.Split('.');
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(marked[0])).Split('|')[2].Split(':');
        return new(Xid(parts[0]), Xid(parts[1]), [.. parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Xid)], marked.Length > 1);
    }

    public bool Holds(ulong xid) => xid < xmin || (xid < xmax && !underWay.Contains(xid));

    private static ulong Xid(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
}

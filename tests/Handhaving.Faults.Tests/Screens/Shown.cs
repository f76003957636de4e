using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Handhaving.Faults.Tests.Screens;

/// <summary>Which transactions a board's snapshot showed.</summary>
public sealed class Shown
{
    private readonly ulong xmin, xmax;
    private readonly HashSet<ulong> underWay;

    private Shown(ulong xmin, ulong xmax, HashSet<ulong> underWay) => (this.xmin, this.xmax, this.underWay) = (xmin, xmax, underWay);

    /// <summary>Of the token at the snapshot's end: base64url of <c>xid|id|xmin:xmax:xip,...</c>, and a mark of the board after a dot.</summary>
    public static Shown Of(string token)
    {
        var parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token.Split('.')[0])).Split('|')[2].Split(':');
        return new(Xid(parts[0]), Xid(parts[1]), [.. parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Xid)]);
    }

    public bool Holds(ulong xid) => xid < xmin || (xid < xmax && !underWay.Contains(xid));

    private static ulong Xid(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
}

using System.Security.Cryptography;
using Google.Protobuf;
using Handhaving.Dispatch.V1;

namespace Handhaving.Faults.Tests.Screens;

/// <summary>A change as a screen was told of it.</summary>
/// <param name="Subject">Name of the incident, unit or loan.</param>
/// <param name="Version">Its etag; of a unit a mark of what was said of it, for an act on an incident changes a unit without a version of its own.</param>
/// <param name="IsGone">Whether it left the board.</param>
public readonly record struct Telling(string Subject, string Version, bool IsGone)
{
    /// <summary>Null for a position, of which only the latest counts.</summary>
    public static Telling? Of(BoardDelta delta)
    {
        var isGone = delta.Removed.Length > 0;
        return delta.Item?.ItemCase switch
        {
            BoardItem.ItemOneofCase.Incident => new(delta.Item.Incident.Name, delta.Item.Incident.Etag, isGone),
            BoardItem.ItemOneofCase.Loan => new(delta.Item.Loan.Name, delta.Item.Loan.Etag, isGone),
            BoardItem.ItemOneofCase.Unit => delta.UpdateMask?.Paths is ["unit.last_fix"] ? null : Of(delta.Item.Unit),
            _ => new(delta.Removed, "", isGone),
        };
    }

    /// <summary>A unit but for where it is, which comes apart.</summary>
    public static Telling Of(Unit unit)
    {
        var said = unit.Clone();
        said.LastFix = null;
        return new(unit.Name, Convert.ToHexString(SHA256.HashData(said.ToByteArray()).AsSpan(..8)), IsGone: false);
    }
}

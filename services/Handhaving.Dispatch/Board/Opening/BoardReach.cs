using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Which team's board a screen shows, and whose records it gets there.</summary>
/// <param name="seesRestricted">Its watcher may read restricted incidents.</param>
/// <remarks>A resume token carries its digest: the feed tells only what changed, so a screen that gets another board, or more of it, begins with a snapshot.</remarks>
internal sealed class BoardReach(TenantId team, IReadOnlySet<TenantId> tenants, bool seesRestricted)
{
    private const char Mark = '.'; // in no cursor, so that a release without it takes the whole for a token that is none

    /// <summary>Of a screen that is not opened yet.</summary>
    public static BoardReach Nothing { get; } = new(TenantId.Platform, new HashSet<TenantId>(), seesRestricted: false);

    private readonly string digest = DigestOf(team, tenants, seesRestricted);

    public IReadOnlySet<TenantId> Tenants => tenants;

    public BoardReach Without(TenantId tenant) => new(team, tenants.Where(one => one != tenant).ToHashSet(), seesRestricted);

    public bool Shows(FeedRow row) => tenants.Contains(row.Tenant) && (seesRestricted || (BoardKind)row.Kind is not (BoardKind.RestrictedIncident or BoardKind.RestrictedJob or BoardKind.RestrictedLoan));

    // The version before this one tells of every incident by the same kind.
    public bool Shows(V1.BoardDelta delta) => seesRestricted || delta.Item?.Incident?.Source is not V1.IncidentSource.AnonymousTip;

    public string TokenAt(FeedCursor cursor) => $"{cursor.ToToken()}{Mark}{digest}";

    /// <returns>Null when the token is not ours, or was given for another board or other tenants.</returns>
    public FeedCursor? CursorOf(string token) => token.Split(Mark) is [var cursor, var given] && given == digest ? FeedCursor.Parse(cursor) : null;

    // The last word is new: a screen that the version before this one filled begins anew, with what its watcher may read.
    private static string DigestOf(TenantId team, IEnumerable<TenantId> tenants, bool seesRestricted)
    {
        var names = tenants.Select(tenant => tenant.Name).Order(StringComparer.Ordinal).Prepend(team.Name).Append(seesRestricted ? "restricted" : "open");
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('|', names))).AsSpan(0, 12));
    }
}

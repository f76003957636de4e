using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Feed;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Where a screen goes on, and whose records it is told of.</summary>
internal sealed record ResumePoint(FeedCursor Seen, BoardReach Reach);

/// <summary>Says where a screen goes on by its token: when the feed still reaches that and the screen gets what it got then.</summary>
public sealed class ResumePoints(FeedReader feed, TeamMembers teams, OpeningTrail trail, OpeningLines lines)
{
    private static readonly ILookup<TenantId, IncidentName> Nothing = Array.Empty<IncidentName>().ToLookup(incident => incident.Tenant);

    /// <returns>Null when it begins anew.</returns>
    internal async Task<ResumePoint?> FindAsync(Call call, string token, CancellationToken cancellation)
    {
        if (token.Length == 0) return null;
        var reach = await teams.ReachAsync(call, cancellation);
        if (reach.CursorOf(token) is not { } seen || !await ReachesAsync(seen, cancellation)) return null;
        await trail.NoteAsync(call, reach, Nothing, cancellation);
        return new(seen, reach);
    }

    // In line: the connections that it takes are those by which facts leave and every screen is told.
    private async Task<bool> ReachesAsync(FeedCursor seen, CancellationToken cancellation)
    {
        using var place = await lines.Resumes.EnterAsync(cancellation);
        return await feed.ReachesAsync(seen, cancellation);
    }
}

using System.Diagnostics;
using Handhaving.Capacity.Data;
using Handhaving.Capacity.Triangle;
using Handhaving.Capacity.Triangle.Decisions;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Themes;

/// <summary>Records what a mayor, prosecutor or police chief says of priorities; the last one awaited makes them hold.</summary>
public sealed class GiveOpinion(CapacityDb db, ProfileQueries profiles, TimeProvider clock)
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">SEAT_NOT_YOURS, ETAG_MISMATCH.</exception>
    public async Task<PriorityProfile> HandleAsync(ProfileName name, TriangleRole role, string text, string etag, Call call, RequestKey request, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // The owner's scope: a mayor of a municipality of the team is heard, and what it says is written as the team's.
        await using var work = await db.BeginAsync(TenantScope.Of(name.Owner), cancellation);
        await work.LockAsync([ProposeProfile.LockOf(name.Owner)], cancellation);
        if (await work.AnswerAgainAsync<PriorityProfile>(call, request, name.Value, now, cancellation) is { } answered) return answered;
        var profile = await profiles.FindAsync(name, cancellation);
        var heard = profile.With(text, SeatsOf(profile, role, call.Caller), etag, call.Caller.Subject, now);
        await ProposeProfile.KeepAsync(work, heard, cancellation);
        var trail = work.TrailOf(name.Owner);
        if (heard.State is ProfileState.Valid) trail.Publish(Guid.CreateVersion7(now), heard.Name.Value, heard.Revision, heard.ToFact(now), Activity.Current);
        trail.Audit(AuditLine.Of(call, name.Value, now, heard.Revision) with { ReasonText = text });
        await work.CommitAsync(name.Owner, request, heard, cancellation);
        return heard;
    }

    private static Seat[] SeatsOf(PriorityProfile profile, TriangleRole role, Caller caller)
    {
        var words = Seat.WordsOf(role);
        Seat[] seats = caller.Roles.Contains(words[0].Value) ? [.. profile.Seats.Where(seat => seat.Role == role && caller.Owns(seat.Of))] : [];
        TriangleRules.HasSeat.Require(seats.Length > 0, words);
        return seats;
    }
}

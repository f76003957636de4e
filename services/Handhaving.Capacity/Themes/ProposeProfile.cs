using Handhaving.Capacity.Data;
using Handhaving.Capacity.Themes.Keeping;
using Handhaving.Capacity.Triangle.Decisions;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Themes;

/// <summary>Proposes a version of priorities, to hold once everybody who must be heard was (C-07).</summary>
public sealed class ProposeProfile(CapacityDb db, ProfileQueries profiles, TimeProvider clock)
{
    /// <param name="latest">Name of the latest version that the caller saw; empty when there was none.</param>
    public async Task<PriorityProfile> HandleAsync(ProfileProposal proposal, string latest, Call call, RequestKey request, CancellationToken cancellation)
    {
        proposal.Require();
        var (now, owner) = (clock.GetUtcNow(), call.Owner);
        await using var work = await db.BeginAsync(TenantScope.Of(call), cancellation);
        await work.LockAsync([LockOf(owner)], cancellation);
        if (await work.AnswerAgainAsync<PriorityProfile>(call, request, owner.Name, now, cancellation) is { } answered) return answered;
        var seats = await SeatsAsync(owner, cancellation);
        proposal.RequireWithin(owner, [.. seats.Where(seat => seat.Role is TriangleRole.Mayor).Select(seat => seat.Of.Value)]);
        var before = await profiles.LatestAsync(owner, cancellation);
        Reasons.EtagMismatch.Require(latest == (before?.Value ?? ""), ("name", before?.Value ?? owner.Name));
        var profile = new PriorityProfile
        {
            Name = new(owner, (before?.Version ?? 0) + 1), Proposal = proposal, Seats = seats, ProposedBy = call.Caller.Subject, ProposedAt = now,
        };
        await KeepAsync(work, profile, cancellation);
        work.TrailOf(owner).Audit(AuditLine.Of(call, profile.Name.Value, now, profile.Revision) with { ReasonText = proposal.Motive });
        await work.CommitAsync(owner, request, profile, cancellation);
        return profile;
    }

    internal static string LockOf(TenantId owner) => $"{owner.Name}/priorityProfiles";

    internal static async Task KeepAsync(UnitOfWork<CapacityDb> work, PriorityProfile profile, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(ProfileRow.Upsert(profile));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<IReadOnlyList<Seat>> SeatsAsync(TenantId owner, CancellationToken cancellation)
    {
        if (owner.IsMunicipality) return [new(TriangleRole.Mayor, owner)];
        var members = await db.Database.SqlQuery<string>($"select code as \"Value\" from municipality where team = {owner.Value} order by code").ToListAsync(cancellation);
        return [.. members.Select(code => new Seat(TriangleRole.Mayor, new(code))), new(TriangleRole.Prosecutor, owner), new(TriangleRole.PoliceChief, owner)];
    }
}

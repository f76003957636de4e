using Handhaving.Capacity.Data;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>Which seats of a decision a caller has: by its role, for its own municipalities and teams.</summary>
internal static class Voters
{
    /// <exception cref="ServiceDefaults.Errors.RuleBroken">SEAT_NOT_YOURS: it has none in this role.</exception>
    public static async Task<IReadOnlyCollection<Seat>> SeatsAsync(CapacityDb db, TriangleDecision decision, TriangleRole role, Caller caller, CancellationToken cancellation)
    {
        var words = Seat.WordsOf(role);
        var team = decision.Name.Owner.Value;
        var members = await db.Database.SqlQuery<string>($"select code as \"Value\" from municipality where team = {team}").ToListAsync(cancellation);
        var asMayor = role is TriangleRole.Mayor && members.Any(code => caller.Owns(new TenantId(code)));
        Seat[] seats = caller.Roles.Contains(words[0].Value) ? [.. decision.Seats.Where(seat => seat.Role == role && (caller.Owns(seat.Of) || (asMayor && seat.Of == decision.Name.Owner)))] : [];
        TriangleRules.HasSeat.Require(seats.Length > 0, words);
        return seats;
    }
}

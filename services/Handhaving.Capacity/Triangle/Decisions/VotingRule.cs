using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>Which votes a decision needs: all of them for it. About blocks of a team those of the driehoek, with the mayor of each municipality whose case is asked or displaced; about a municipality's BOAs its
/// mayor's alone, who directs them.</summary>
public static class VotingRule
{
    /// <param name="municipalities">Of the cases that the decision changes.</param>
    public static IReadOnlyList<Seat> SeatsOf(TenantId owner, IEnumerable<TenantId> municipalities)
    {
        if (owner.IsMunicipality) return [new(TriangleRole.Mayor, owner)];
        TenantId[] mayors = [.. municipalities.Distinct().OrderBy(municipality => municipality.Value, StringComparer.Ordinal)];
        return [.. (mayors.Length == 0 ? [owner] : mayors).Select(municipality => new Seat(TriangleRole.Mayor, municipality)), new(TriangleRole.Prosecutor, owner), new(TriangleRole.PoliceChief, owner)];
    }
}

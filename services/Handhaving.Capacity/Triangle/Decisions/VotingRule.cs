using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Triangle.Decisions;

/// <summary>Which votes a decision needs: all of them for it. About blocks of a team those of the driehoek, with the mayor of each municipality whose case is asked or displaced; about a municipality's BOAs its
/// mayor's, who directs them, with the mayor of each municipality whose case is displaced.</summary>
public static class VotingRule
{
    /// <param name="asked">Of the case that asks; null when strength dropped.</param>
    /// <param name="displaced">Of the cases that make place.</param>
    public static IReadOnlyList<Seat> SeatsOf(TenantId owner, TenantId? asked, IEnumerable<TenantId> displaced)
    {
        if (owner.IsMunicipality) return [.. displaced.Prepend(owner).Distinct().Select(municipality => new Seat(TriangleRole.Mayor, municipality))];
        TenantId[] mayors = [.. displaced.Concat(asked is { } own ? [own] : []).Distinct().OrderBy(municipality => municipality.Value, StringComparer.Ordinal)];
        return [.. (mayors.Length == 0 ? [owner] : mayors).Select(municipality => new Seat(TriangleRole.Mayor, municipality)), new(TriangleRole.Prosecutor, owner), new(TriangleRole.PoliceChief, owner)];
    }
}

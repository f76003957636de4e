using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Recommendation.Searching;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>Whose units a caller gets for an incident: those of its team and the municipalities of that team as far as the caller may read them, and for an urgent one those of all others too (C-37).</summary>
/// <param name="Region">Owners of the team that the caller may read now.</param>
/// <param name="Owned">Tenants that are the caller's own: only their jobs may be interrupted by it.</param>
public sealed record Reach(IReadOnlySet<TenantId> Region, IReadOnlySet<TenantId> Owned, bool CrossesBorders, RestrictedReach Restricted)
{
    /// <summary>Only units that nobody lends and no job is left for.</summary>
    public bool IsOfFreeAlone { get; private init; }

    /// <summary>The same without borrowing and interrupting, which are choices about one incident.</summary>
    public Reach OfFreeAlone() => this with { CrossesBorders = false, IsOfFreeAlone = true };

    public bool IsSame(Reach other) => CrossesBorders == other.CrossesBorders && IsOfFreeAlone == other.IsOfFreeAlone && Restricted == other.Restricted && Region.SetEquals(other.Region) && Owned.SetEquals(other.Owned);

    public bool Covers(FleetUnit unit) => CrossesBorders || Region.Contains(unit.Owner);

    public bool IsForeign(FleetUnit unit) => !Region.Contains(unit.Owner);

    /// <summary>Whether a unit can be sent to this incident by this caller.</summary>
    public Judgement Judge(Verdict verdict, IncidentName incident)
    {
        if (verdict.Unit.Slot is not { } slot) return verdict.Reasons.Count == 0 ? Judgement.Fits : Judgement.Rejected;
        if (slot.Assignment.Incident == incident) return Judgement.OnItAlready;
        if (IsOfFreeAlone || !verdict.MayInterrupt || !Owned.Contains(slot.Assignment.Incident.Tenant)) return Judgement.Busy;
        if (slot.IsRestricted && !Restricted.Covers(slot.Assignment.Incident.Id)) return Judgement.Busy;
        return verdict.Reasons.Count == 0 ? Judgement.Interrupts : Judgement.Rejected;
    }
}

using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Settings;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Assignments.Terms;

/// <summary>Reads under what terms a municipality offers an incident to a unit now, and borrows one.</summary>
public sealed class ReadTerms(TenantSettings settings, UnitPositions positions)
{
    public async Task<(OfferTerms Offer, BorrowTerms Borrowing)> OfAsync(TenantId municipality, UnitName unit, CancellationToken cancellation)
    {
        var decided = await settings.OfAsync(municipality, cancellation);
        return (OfferTerms.Of(decided) with { LastFix = positions.LastOf(unit) }, BorrowTerms.Of(decided));
    }
}

using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.People.Districts;

/// <summary>District officers (wijkagenten) of one municipality beside the norm: at least one per 5,000 inhabitants (Politiewet 2012, article 38a).</summary>
/// <param name="Source">From where and when the number of inhabitants is.</param>
public sealed record DistrictOfficerCover(TenantId Municipality, int Inhabitants, string Source, int Present)
{
    private const int InhabitantsPerOfficer = 5000;

    /// <summary>District officers that the norm asks, rounded up.</summary>
    public int Norm => (Inhabitants + InhabitantsPerOfficer - 1) / InhabitantsPerOfficer;
}

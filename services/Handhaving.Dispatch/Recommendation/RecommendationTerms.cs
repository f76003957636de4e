using System.Globalization;
using System.Runtime.CompilerServices;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Recommendation.Staffing;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>What the municipality of the incident decided about finding units for it.</summary>
/// <param name="Borrowing">When units over the border are sought too (C-37).</param>
/// <param name="TravelStepSeconds">Travel times in one step count as equal.</param>
public sealed record RecommendationTerms(IReadOnlySet<string> AllowedEquipment, BorrowTerms Borrowing, int TravelStepSeconds)
{
    /// <summary>How long a job takes and how many people it wants at which hours.</summary>
    public StaffingTerms Staffing { get; init; } = StaffingTerms.None;

    // Settings are read each second, and asked far more often.
    private static readonly ConditionalWeakTable<DecidedSettings, RecommendationTerms> Read = [];

    /// <summary>The equipment as one text, to compare by.</summary>
    public string EquipmentKey { get; } = string.Join(',', AllowedEquipment.Order(StringComparer.Ordinal));

    public static RecommendationTerms Of(DecidedSettings settings) => Read.GetValue(settings, decided => new(
        OfferTerms.AllowedEquipmentOf(decided),
        BorrowTerms.Of(decided),
        int.Parse(decided[DispatchSettings.TravelStepSeconds], CultureInfo.InvariantCulture)) { Staffing = StaffingTerms.Of(decided) });
}

using System.Globalization;
using System.Text.Json;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Recommendation.Staffing;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Under what terms an offer is made: how long it stands and what a BOA may carry (C-23), as the municipality of the incident decided; whether the unit is borrowed; what is set aside.</summary>
public sealed record OfferTerms(TimeSpan Validity, IReadOnlySet<string> AllowedEquipment)
{
    /// <summary>How long a job takes and how many people it wants at which hours.</summary>
    public StaffingTerms Staffing { get; init; } = StaffingTerms.None;

    /// <summary>Set when the unit is borrowed.</summary>
    public LoanTerms? Loan { get; init; }

    /// <summary>Why staffing is set aside; null = it is not.</summary>
    public string? OverrideReason { get; init; }

    public static OfferTerms Of(DecidedSettings settings) =>
        new(TimeSpan.FromSeconds(int.Parse(settings[DispatchSettings.OfferSeconds], CultureInfo.InvariantCulture)), AllowedEquipmentOf(settings)) { Staffing = StaffingTerms.Of(settings) };

    public static IReadOnlySet<string> AllowedEquipmentOf(DecidedSettings settings) =>
        (JsonSerializer.Deserialize<string[]>(settings[DispatchSettings.AllowedEquipment]) ?? []).ToHashSet();
}

using System.Globalization;
using System.Text.Json;
using Handhaving.Dispatch.Fleet;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Positions;
using Handhaving.Dispatch.Recommendation.Staffing;
using Handhaving.Dispatch.Recommendation.Travel;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Assignments;

/// <summary>Under what terms an offer is made: how long it stands and what a BOA may carry (C-23), as the municipality of the incident decided; whether the unit is borrowed; what is set aside.</summary>
public sealed record OfferTerms(TimeSpan Validity, IReadOnlySet<string> AllowedEquipment)
{
    /// <summary>How long a job takes and how many people it wants at which hours.</summary>
    public StaffingTerms Staffing { get; init; } = StaffingTerms.None;

    /// <summary>The last position of the unit; null when it has none.</summary>
    public Fix? LastFix { get; init; }

    /// <summary>Set when the unit is borrowed.</summary>
    public LoanTerms? Loan { get; init; }

    /// <summary>Why staffing is set aside; null = it is not.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>How long the unit is on its way, as a recommendation reckons it.</summary>
    public TravelTime TravelOf(UnitOnDuty unit, Place place, DateTimeOffset now)
    {
        var fix = LastFix?.At >= unit.SignedOnAt ? LastFix : null;
        return place.IsKnown ? TravelTime.Between(FleetUnit.PlaceOf(unit, fix, now), place.Point, unit.Kind) : TravelTime.Unknown;
    }

    public static OfferTerms Of(DecidedSettings settings) =>
        new(TimeSpan.FromSeconds(int.Parse(settings[DispatchSettings.OfferSeconds], CultureInfo.InvariantCulture)), AllowedEquipmentOf(settings)) { Staffing = StaffingTerms.Of(settings) };

    public static IReadOnlySet<string> AllowedEquipmentOf(DecidedSettings settings) =>
        (JsonSerializer.Deserialize<string[]>(settings[DispatchSettings.AllowedEquipment]) ?? []).ToHashSet();
}

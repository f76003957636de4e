using System.Globalization;
using System.Text.Json;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Loans;

/// <summary>What the municipality of an incident decided about borrowing: up to which priority it is urgent, and how long it waits first.</summary>
/// <param name="HoldMinutes">By priority, 1 first.</param>
public sealed record BorrowTerms(int UrgentPriority, IReadOnlyList<int> HoldMinutes)
{
    public static BorrowTerms Of(DecidedSettings settings) => new(
        int.Parse(settings[DispatchSettings.UrgentPriority], CultureInfo.InvariantCulture),
        JsonSerializer.Deserialize<int[]>(settings[DispatchSettings.BorrowHoldMinutes]) ?? []);

    /// <summary>Its search for a unit crosses the borders of municipalities and teams.</summary>
    public bool IsUrgent(Incident incident) => incident.IsOpen && incident.Priority >= 1 && incident.Priority <= UrgentPriority;

    /// <summary>From when on it borrows without a reason; earlier waiting counts.</summary>
    public DateTimeOffset HoldUntil(Incident incident, DateTimeOffset now) => now + TimeSpan.FromMinutes(HoldMinutes[incident.Priority - 1]) - incident.WaitedAt(now);
}

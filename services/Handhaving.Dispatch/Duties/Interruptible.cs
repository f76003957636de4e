using System.Globalization;
using System.Text.Json;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Duties;

/// <summary>Which jobs may be interrupted for one of a higher priority: by priority or by kind of incident, as the municipality of the incident decided.</summary>
/// <param name="FromPriority">This priority and the less urgent ones.</param>
public sealed record Interruptible(int FromPriority, IReadOnlySet<string> Types)
{
    public bool Holds(int priority, string type) => priority >= FromPriority || Types.Contains(type);

    public SlotUse UseOf(bool isOffer, int priority, string type) => isOffer ? SlotUse.Offered : Holds(priority, type) ? SlotUse.Interruptible : SlotUse.Committed;

    public static Interruptible Of(DecidedSettings settings) => new(
        int.Parse(settings[DispatchSettings.InterruptiblePriority], CultureInfo.InvariantCulture),
        (JsonSerializer.Deserialize<string[]>(settings[DispatchSettings.InterruptibleTypes]) ?? []).ToHashSet());
}

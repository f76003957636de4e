using System.Text.Json;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch;

/// <summary>What a municipality or team decides for itself in dispatch.</summary>
public static class DispatchSettings
{
    public const string OfferSeconds = "dispatch.offer-seconds";

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        new(OfferSeconds, "Hoe lang een aanbod aan een eenheid blijft staan, in hele seconden van 10 tot en met 300.", "30",
            value => value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var seconds) && seconds is >= 10 and <= 300),
    ];
}

using System.Diagnostics.Metrics;
using Handhaving.ServiceDefaults.Telemetry;

namespace Handhaving.Gateway;

/// <summary>What only the gateway can count.</summary>
public static class GatewayMeters
{
    public static readonly UpDownCounter<long> OpenStreams = Meters.Own.CreateUpDownCounter<long>("handhaving.streams.open", "{stream}", "Streams open at this gateway, by method.");
    public static readonly Counter<long> AnswersLeft = Meters.Own.CreateCounter<long>("handhaving.answers.left", "{call}", "Calls that were reset because their answer was not taken.");
}

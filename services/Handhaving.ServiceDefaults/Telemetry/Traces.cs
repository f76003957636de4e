using System.Diagnostics;

namespace Handhaving.ServiceDefaults.Telemetry;

/// <summary>The platform's own spans: where work leaves the call that asked for it, its trace goes with it.</summary>
public static class Traces
{
    public static readonly ActivitySource Own = new(TelemetrySetup.SourceName);
}

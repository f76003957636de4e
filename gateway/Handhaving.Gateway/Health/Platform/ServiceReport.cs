using System.Text.Json;

namespace Handhaving.Gateway.Health.Platform;

/// <summary>A service of the platform and its replicas.</summary>
/// <param name="TakesCalls">Whether one of them does.</param>
public sealed record ServiceReport(string Name, bool TakesCalls, IReadOnlyList<ReplicaReport> Replicas);

/// <summary>A replica, as the gateway finds it and as it tells of itself.</summary>
/// <param name="Ready">Takes calls.</param>
/// <param name="Answered">Whether it told of its parts; else they are empty.</param>
public sealed record ReplicaReport(string Name, bool Ready, bool Answered, IReadOnlyList<PartReport> Parts);

/// <summary>A part that may fail while the replica takes calls; see <c>/health/degraded</c> of a service.</summary>
/// <param name="Status">Healthy, Degraded or Unhealthy.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Data">Numbers behind it: ages in seconds, how many wait.</param>
public sealed record PartReport(string Name, string Status, string? Text, JsonElement? Data);

namespace Handhaving.ServiceDefaults.Data;

/// <summary>A migration takes away what replicas that still run need; it and those after it wait for the next run of the migrator.</summary>
public sealed class ReplicasTooOld(string migration, int oldest, IReadOnlyList<string> replicas)
    : Exception($"{migration} takes away what replicas built before {oldest:0000} need, and these are connected: {string.Join(", ", replicas)}. Replace them, then migrate again.");

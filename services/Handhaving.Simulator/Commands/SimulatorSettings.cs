using Handhaving.Simulator.Scenario;

namespace Handhaving.Simulator.Commands;

/// <summary>What the command line and the environment ask for.</summary>
public sealed record SimulatorSettings
{
    /// <summary>The chosen scenario.</summary>
    public required ScenarioShape Scenario { get; init; }

    /// <summary>Load level.</summary>
    public required LoadLevel Level { get; init; }

    /// <summary>Seed of the first evening.</summary>
    public required int Seed { get; init; }

    /// <summary>Name of the run.</summary>
    public required string Run { get; init; }

    /// <summary>Times faster than real.</summary>
    public required int Clock { get; init; }

    /// <summary>Time of day at which the evening begins.</summary>
    public required TimeSpan StartOfDay { get; init; }

    /// <summary>Simulated length of the evening.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Evening after evening, each with the next seed.</summary>
    public required bool Forever { get; init; }

    /// <summary>gRPC address of the gateway.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>Address of the identity provider.</summary>
    public required Uri Identity { get; init; }

    /// <summary>Secret of the client `partner-simulator`; never on the command line.</summary>
    public required string ClientSecret { get; init; }

    /// <summary>Where the report goes as JSON; null = nowhere.</summary>
    public required FileInfo? ReportFile { get; init; }
}

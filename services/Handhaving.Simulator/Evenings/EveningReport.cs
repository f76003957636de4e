using Handhaving.Simulator.Ledger;

namespace Handhaving.Simulator.Evenings;

/// <summary>What all desks together saw of their boards: streams reopened, numbers skipped, messages or changes that came twice, snapshots sent anew.</summary>
public sealed record BoardReport(int Desks, int Reconnects, int Gaps, int Repeats, int Resyncs);

/// <summary>What an evening comes down to: how it was played, the verdict on its ledger, and how fast the platform answered.</summary>
public sealed record EveningReport
{
    /// <summary>Name of the scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Load level.</summary>
    public required string Level { get; init; }

    /// <summary>Name of the run; with the seed it determines every request_id.</summary>
    public required string Run { get; init; }

    /// <summary>Seed of the evening.</summary>
    public required int Seed { get; init; }

    /// <summary>Day of the week on which it began.</summary>
    public required string Weekday { get; init; }

    /// <summary>Times faster than real.</summary>
    public required double Clock { get; init; }

    /// <summary>Simulated hours that were played.</summary>
    public required double Hours { get; init; }

    /// <summary>Units on duty.</summary>
    public required int Units { get; init; }

    /// <summary>Units that the level asks for; the platform may hold fewer.</summary>
    public required int UnitsOfLevel { get; init; }

    /// <summary>How often each thing happened.</summary>
    public required IReadOnlyDictionary<string, int> Counts { get; init; }

    /// <summary>Reports not played to their end, one line each.</summary>
    public required IReadOnlyCollection<string> Broken { get; init; }

    /// <summary>Positions the platform took.</summary>
    public required int AcceptedFixes { get; init; }

    /// <summary>Positions it did not take, by reason.</summary>
    public required IReadOnlyDictionary<string, int> RefusedFixes { get; init; }

    /// <summary>The boards.</summary>
    public required BoardReport Boards { get; init; }

    /// <summary>The ledger held against the platform; null when the platform could not be read back.</summary>
    public required Verdict? Verdict { get; init; }

    /// <summary>Latency per rpc.</summary>
    public required IReadOnlyList<LatencySummary> Latencies { get; init; }

    /// <summary>0 = all is well, 1 = the ledger does not hold or a board skipped or repeated, 2 = it could not be checked, 3 = it holds but reports could not be played.</summary>
    public int ExitCode => this switch
    {
        { Verdict: null } => 2,
        { Verdict.Holds: false } or { Boards.Gaps: > 0 } or { Boards.Repeats: > 0 } => 1,
        { Broken.Count: > 0 } => 3,
        _ => 0,
    };
}

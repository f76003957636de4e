namespace Handhaving.Simulator.Evenings;

/// <summary>How an evening is played: the name of the run, times faster than real, and where its progress is written.</summary>
public sealed record Pace(string Run, double Speed, TextWriter Output);

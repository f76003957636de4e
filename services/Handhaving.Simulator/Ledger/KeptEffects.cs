namespace Handhaving.Simulator.Ledger;

/// <summary>How many effects of one kind were accepted, and how many of them the platform shows.</summary>
public sealed record KeptEffects(string Kind, int Accepted, int Visible);

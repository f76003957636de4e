namespace Handhaving.Simulator.Scenario.Kinds;

/// <summary>A kind of incident as a scenario deals it: code of the platform's catalogue, share, time on scene and what the reporter says.</summary>
public sealed record IncidentKind(string Code, double Weight, ServiceTime OnScene, string Text);

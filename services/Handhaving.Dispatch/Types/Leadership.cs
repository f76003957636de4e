namespace Handhaving.Dispatch.Types;

/// <summary>Who takes an incident and may lead it (C-14, C-40).</summary>
/// <remarks>A BOA never leads what is the police's alone; liveability goes to BOAs first, so that police hours stay for what only police can do.</remarks>
public enum Leadership { PoliceOnly = 1, BoaFirst, Either }

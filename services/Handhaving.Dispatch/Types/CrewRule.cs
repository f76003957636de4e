namespace Handhaving.Dispatch.Types;

/// <summary>How many of a crew must hold the competence.</summary>
public enum CrewRule { OneMember = 1, AllMembers }

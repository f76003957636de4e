namespace Handhaving.Dispatch.Assignments.Steps;

/// <summary>Who reported a step of a unit: its own crew, or somebody else for it by radio (dispatch 3.2).</summary>
public enum ReportedBy { Unit = 1, Desk }

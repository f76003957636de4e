namespace Handhaving.ServiceDefaults.Access;

/// <summary>Whether a caller has a task on exactly the object named, in whosever municipality; each service says which of its objects know such tasks.</summary>
public delegate Task<bool> TaskRight(Caller caller, string name, CancellationToken cancellation);

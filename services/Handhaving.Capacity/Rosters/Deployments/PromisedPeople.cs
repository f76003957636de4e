using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.Rosters.Deployments;

/// <summary>So many people that an owner promised to a case for so long.</summary>
/// <param name="CaseId">As the system of the case names it.</param>
public sealed record PromisedPeople(DeploymentName Name, string CaseId, string Function, int Count, Interval Time);

/// <summary>A stretch of a promise in which people are missing.</summary>
public sealed record DeploymentGap(Interval Time, int Missing);

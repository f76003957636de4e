namespace Handhaving.Dispatch.Plans;

/// <summary>How the crew that came on duty stands beside the one that was planned.</summary>
/// <param name="Officers">Who was planned, by id.</param>
/// <param name="EndsAt">When the last of them is done by plan.</param>
/// <param name="IsTaken">The crew was taken from the plan, for the call named none.</param>
/// <param name="Missing">Planned, and not in the crew.</param>
/// <param name="Unplanned">In the crew, and not planned.</param>
public sealed record SignedOnPlan(IReadOnlyList<string> Officers, DateTimeOffset EndsAt, bool IsTaken, IReadOnlyList<string> Missing, IReadOnlyList<string> Unplanned)
{
    /// <returns>Null where nobody is planned.</returns>
    public static SignedOnPlan? Of(IReadOnlyList<PlannedMember> planned, IReadOnlyList<string> named)
    {
        if (planned.Count == 0) return null;
        IReadOnlyList<string> officers = [.. planned.Select(member => member.Officer).Distinct().Order(StringComparer.Ordinal)];
        var crew = named.Count > 0 ? named : officers;
        return new(officers, planned.Max(member => member.EndsAt), named.Count == 0, [.. officers.Except(crew)], [.. crew.Except(officers).Order(StringComparer.Ordinal)]);
    }
}

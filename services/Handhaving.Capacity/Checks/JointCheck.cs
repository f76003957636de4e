using Handhaving.Capacity.Blocks;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Capacity.Checks;

/// <summary>What somebody plans.</summary>
/// <param name="Participants">Organisations that take part, the one that plans among them.</param>
/// <param name="Units">Resource names of their units.</param>
public sealed record CheckDetails(string DisplayName, string Place, Interval Time, IReadOnlyList<TenantId> Participants, IReadOnlyList<string> Units)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    /// <exception cref="RuleBroken">INTERVAL_EMPTY, INTERVAL_OUT_OF_REACH, INTERVAL_TOO_LONG, CHECK_NOT_JOINT, UNIT_OF_NO_PARTICIPANT, PARTICIPANT_WITHOUT_UNIT.</exception>
    public void Require(TenantId owner)
    {
        Time.Require(Longest);
        CheckRules.IsJoint.Require(Participants.Distinct().Count() > 1 && Participants.Contains(owner), ("owner", owner.Name));
        var stranger = Units.FirstOrDefault(unit => !Participants.Any(one => IsOf(unit, one)));
        CheckRules.UnitTakesPart.Require(stranger is null, ("unit", stranger ?? ""));
        var without = Participants.Where(one => !Units.Any(unit => IsOf(unit, one))).Select(one => one.Name).FirstOrDefault();
        CheckRules.HasUnit.Require(without is null, ("owner", without ?? ""));
    }

    private static bool IsOf(string unit, TenantId owner) => unit.StartsWith(owner.Name + "/units/", StringComparison.Ordinal);
}

/// <summary>A check of several organisations together (C-50): an immutable value.</summary>
public sealed record JointCheck
{
    public required CheckName Name { get; init; }
    public required CheckDetails Details { get; init; }
    public required string PlannedBy { get; init; }
    public required DateTimeOffset PlannedAt { get; init; }
}

/// <summary>What an organisation found at a check.</summary>
public sealed record CheckFinding(string Name, string Check, string Text, string FiledBy, DateTimeOffset FiledAt);

using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Recommendation;

/// <summary>What an incident asks of a unit: the kind of incident, where it is, and whether the unit would lead or help.</summary>
/// <param name="AllowedEquipment">What a BOA may carry where the task is, wherever it comes from (C-23).</param>
/// <param name="HasPoliceLead">A police unit is on the incident already; then a BOA may help with what is the police's alone.</param>
public sealed record TaskDemand(IncidentType Type, TenantId Municipality, AssignmentRole Role, IReadOnlySet<string> AllowedEquipment, bool HasPoliceLead)
{
    /// <summary>What people call the municipality.</summary>
    public string MunicipalityName { get; init; } = Municipality.Value;

    /// <summary>People that a unit needs for it now, whatever it needs for itself.</summary>
    public int MinimumCrew { get; init; } = Type.MinimumCrew;

    /// <summary>How long it is expected to take: powers and duty must last so long. Zero = whatever is left of a duty is enough.</summary>
    public TimeSpan Stay { get; init; }

    /// <summary>How long the unit is expected to be on its way; zero where that is not known.</summary>
    public TimeSpan Travel { get; init; }

    /// <summary>How long a duty must last from now: until it is there and done.</summary>
    public TimeSpan DutyNeeded => Stay == TimeSpan.Zero ? TimeSpan.Zero : Travel + Stay;

    /// <summary>A BOA never leads what is the police's alone, and is not sent there as helper before the police accepted (C-14, C-40).</summary>
    public bool IsForPolice => Type.Leadership is Leadership.PoliceOnly && (Role is AssignmentRole.Primary || !HasPoliceLead);
}

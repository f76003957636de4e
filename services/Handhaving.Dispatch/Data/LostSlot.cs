using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Data.Loading;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Data;

/// <summary>Says of a slot that the database refused who has it, or that its unit went off duty: after the act had looked at it.</summary>
internal sealed class LostSlot(Databases databases)
{
    private const string Taken = "one_active_assignment_per_unit", OffDuty = "unit_is_on_duty";

    public static bool IsMeant(PostgresException refused) => refused.ConstraintName is Taken or OffDuty;

    public async Task<RuleBroken> ExplainAsync(PostgresException refused, TenantScope scope, IncidentWork work, CancellationToken cancellation) => refused.ConstraintName is Taken
        ? AssignmentRules.Taken(Called(work), await WinnerAsync(scope, work, cancellation))
        : AssignmentRules.OnDuty.Broken(Called(work));

    private static (string, string)[] Called(IncidentWork work) =>
        work.Answer is { Assignment: not null } decided ? decided.Assigned.Called.Words : work.Unit is { } unit ? CalledUnit.Of(unit).Words : [];

    // Of what its caller may not read nothing is told.
    private async Task<SlotHolder?> WinnerAsync(TenantScope scope, IncidentWork work, CancellationToken cancellation)
    {
        if ((work.Answer is { Assignment: not null } decided ? decided.Assigned.Unit : work.Unit) is not { } unit) return null;
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        return await SlotQuery.HolderAsync(connection, scope, unit, cancellation);
    }
}

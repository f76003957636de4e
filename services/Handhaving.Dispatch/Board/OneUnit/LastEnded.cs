using Google.Protobuf.WellKnownTypes;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Assignments.Steps;
using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Handhaving.Dispatch.Board.OneUnit;

/// <summary>Reads how the last job of a unit in this duty ended. Its crew is told it wherever that was, also when the incident is not its task any more; others where they read that incident.</summary>
internal static class LastEnded
{
    /// <param name="seen">Of a crew: one that is in the unit. The transaction goes on in the tenant of the job.</param>
    public static async Task<V1.EndedJob?> ReadAsync(UnitOfWork<DispatchDb> work, Call seen, UnitName unit, CancellationToken cancellation)
    {
        if (await FindAsync(work, unit, cancellation) is not { } job) return null;
        if (seen.TaskOnly) await work.EnterAsync(seen with { Tenant = job.Incident.Tenant, ByTask = true, Restricted = RestrictedReach.Only(job.Incident.Id) }, cancellation);
        var row = await work.Db.Incidents.AsNoTracking().SingleOrDefaultAsync(row => row.Tenant == job.Incident.Municipality && row.Id == job.Incident.Id, cancellation);
        return row is null ? null : ToWire(IncidentJson.Read(row.Body), job);
    }

    /// <summary>From here on the transaction reads what this call may.</summary>
    public static async Task EnterAsync(this UnitOfWork<DispatchDb> work, Call call, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(TenantScope.Of(call).Command());
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<AssignmentName?> FindAsync(UnitOfWork<DispatchDb> work, UnitName unit, CancellationToken cancellation)
    {
        await using var batch = work.Batch();
        batch.BatchCommands.Add(new("select tenant, incident, id from last_job($1)") { Parameters = { new() { Value = unit.Value } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new AssignmentName(new IncidentName(reader.GetString(0), reader.GetGuid(1)), reader.GetGuid(2)) : null;
    }

    private static V1.EndedJob ToWire(Incident incident, AssignmentName job)
    {
        var assignment = incident.Find(job);
        return new()
        {
            Assignment = job.Value,
            IncidentNumber = incident.Number,
            State = (V1.AssignmentState)assignment.State, // the same numbers, kept so by a contract test
            EndTime = assignment.EndedAt is { } at ? Timestamp.FromDateTimeOffset(at) : null,
            EndedBy = EndedBy(assignment),
            Reason = assignment.EndReason ?? "",
        };
    }

    private static V1.EndedBy EndedBy(Assignment assignment) => assignment switch
    {
        { State: AssignmentState.Expired } or { CalledBack: not null } => V1.EndedBy.Platform, // first: a call-back carries the report of whose step brought it about
        { EndReport.By: ReportedBy.Unit } => V1.EndedBy.Crew,
        { EndReport.By: ReportedBy.Desk } or { State: AssignmentState.Preempted } => V1.EndedBy.Desk,
        { Loan.Refusal: not null } => V1.EndedBy.Owner,
        { State: AssignmentState.Withdrawn } => V1.EndedBy.Desk,
        _ => V1.EndedBy.Unspecified,
    };
}

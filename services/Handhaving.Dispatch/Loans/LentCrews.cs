using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Incidents;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Loans;

/// <summary>What the crew of a lent unit may name in the borrower's municipality: the incident while the loan goes on, and its own assignment there, so that a report sent twice is answered twice.</summary>
public sealed class LentCrews(Databases databases)
{
    public async Task<bool> HaveTaskAsync(Caller caller, string name, CancellationToken cancellation)
    {
        var job = AssignmentName.Parse(name);
        if ((job?.Incident ?? IncidentName.Parse(name)) is not { } incident) return false;
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { (TenantScope.Of(caller) with { Restricted = RestrictedReach.All }).Command(), Question(caller, incident, job) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return reader.GetBoolean(0);
    }

    // Only loans of this duty: who relieves the crew has no part in what was before.
    private static NpgsqlBatchCommand Question(Caller caller, IncidentName incident, AssignmentName? job) => new("""
        select exists (
          select from duty_member m join duty d on d.unit = m.unit join loan l on l.unit = m.unit and l.borrowed_at >= d.signed_on_at
          where m.officer = $1 and m.tenant = any((select app_own())::text[])
            and case when $3 is null then not l.ended and starts_with(l.assignment, $2) else l.id = $3 and starts_with(l.assignment, $2) end)
        """)
    {
        Parameters =
        {
            new() { Value = caller.Subject },
            new() { Value = $"{incident.Value}/" },
            new() { Value = (object?)job?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid },
        },
    };
}

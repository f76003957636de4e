using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Loans;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;
using NpgsqlTypes;

namespace Handhaving.Dispatch.Incidents.Reading;

/// <summary>Who reads tips of Meld Misdaad Anoniem (dispatch 9): those who hold the permission all of them; a crew the one it is sent to, while it is on it; nobody else the loan of a unit to one.</summary>
/// <remarks>The names in a request say whether that has to be asked: lists and boards show a crew nothing restricted, what it does with its job and its unit does.</remarks>
public sealed class RestrictedIncidents(Databases databases, RolePermissions permissions)
{
    public const string Permission = "dispatch.incidents.read_restricted";

    public async ValueTask<RestrictedSight> SightAsync(Call call, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        if (permissions.Allows(call.Caller, Permission)) return new(RestrictedReach.All, Hidden: null);
        if (names.Count == 0) return default;
        var sight = await OfAsync(call, names[0], cancellation);
        foreach (var beside in names.Skip(1).Where(name => IsOwnIncident(call, name)))
            if (sight.Hidden is null) sight = sight with { Hidden = (await OfAsync(call, beside, cancellation)).Hidden };
        return sight;
    }

    // What the call is not about may be anybody's: of others' tips nothing is looked up, for a refusal of it would tell that it is one.
    private static bool IsOwnIncident(Call call, string name) => (AssignmentName.Parse(name)?.Incident ?? IncidentName.Parse(name)) is { } incident && call.Caller.Owns(incident.Tenant);

    private async ValueTask<RestrictedSight> OfAsync(Call call, string name, CancellationToken cancellation)
    {
        if (LoanName.Parse(name) is { } loan) return new(RestrictedReach.None, await IsRestrictedAsync(call, loan, cancellation) ? name : null);
        var job = AssignmentName.Parse(name);
        var incident = job?.Incident ?? IncidentName.Parse(name);
        return incident is null && UnitName.Parse(name) is null ? default : await AskAsync(call, incident, job, cancellation);
    }

    private async Task<bool> IsRestrictedAsync(Call call, LoanName loan, CancellationToken cancellation)
    {
        await using var batch = databases.Service.CreateBatch();
        batch.BatchCommands.Add((TenantScope.Of(call.Caller) with { Restricted = RestrictedReach.All }).Command());
        batch.BatchCommands.Add(new("select restricted from loan where tenant = $1 and id = $2") { Parameters = { new() { Value = loan.Lender.Value }, new() { Value = loan.Id } } });
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation); // the first result is the scope's
        return await reader.ReadAsync(cancellation) && reader.GetBoolean(0);
    }

    private async Task<RestrictedSight> AskAsync(Call call, IncidentName? incident, AssignmentName? job, CancellationToken cancellation)
    {
        await using var batch = databases.Service.CreateBatch();
        batch.BatchCommands.Add(TenantScope.Of(call.Caller).Command());
        batch.BatchCommands.Add(Question(call, incident, job));
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation); // the first result is the scope's
        await reader.ReadAsync(cancellation);
        Guid? task = reader.IsDBNull(1) ? null : reader.GetGuid(1);
        // A job that is not the incident named has no part in this call.
        if (incident is { } named && task != named.Id) return new(RestrictedReach.None, reader.GetBoolean(0) ? job?.Value ?? named.Value : null);
        return new(task is { } own ? RestrictedReach.Only(own) : RestrictedReach.None, Hidden: null);
    }

    private static NpgsqlBatchCommand Question(Call call, IncidentName? incident, AssignmentName? job) => new("select named, job from restricted_sight($1, $2, $3, $4)")
    {
        Parameters =
        {
            new() { Value = call.Caller.Subject },
            new() { Value = (object?)incident?.Municipality ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            new() { Value = (object?)incident?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            new() { Value = (object?)job?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
        },
    };
}

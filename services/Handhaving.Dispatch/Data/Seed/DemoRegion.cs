using System.Text.Json;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Recommendation;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Delivery;
using Npgsql;

namespace Handhaving.Dispatch.Data.Seed;

/// <summary>The running example: two police teams with their eight municipalities, their grants, areas and priorities, 24 BOA units and 6 police units, or more when asked. Seeding again changes nothing.</summary>
public static class DemoRegion
{
    private static readonly UnitKind[] Kinds = [UnitKind.Car, UnitKind.Bike, UnitKind.Foot];

    public static Task SeedAsync(string ownerConnectionString, TimeProvider clock, CancellationToken cancellation) =>
        SeedAsync(ownerConnectionString, units: 0, clock, cancellation);

    /// <param name="units">At least so many units in all; the usual ones are always there, and keep their names.</param>
    public static async Task SeedAsync(string ownerConnectionString, int units, TimeProvider clock, CancellationToken cancellation)
    {
        var fleet = await DemoFleet.OfAsync(units, cancellation);
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);
        var now = clock.GetUtcNow();
        foreach (var team in DemoData.Teams)
        {
            batch.BatchCommands.Add(Row("insert into team (id, display_name) values ($1, $2) on conflict do nothing", team.Id, team.Name));
            foreach (var town in team.Municipalities)
                batch.BatchCommands.Add(Row("insert into municipality (code, display_name, team) values ($1, $2, $3) on conflict do nothing", town.Code, town.Name, team.Id));
            AddGrants(batch, team, now);
            batch.BatchCommands.Add(DemoPriorities.Of(team));
            AddPolice(batch, fleet, team, now);
            foreach (var town in team.Municipalities) AddOfficers(batch, fleet, team, town, now);
        }
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        await DemoAreas.SeedAsync(connection, cancellation);
    }

    // Each of a team's municipalities shares with the others and with the team, for a year at a time.
    private static void AddGrants(NpgsqlBatch batch, DemoTeam team, DateTimeOffset now)
    {
        List<string> partners = [team.Id, .. team.Municipalities.Select(town => town.Code)];
        foreach (var owner in partners)
            foreach (var grantee in partners.Where(partner => partner != owner))
                batch.BatchCommands.Add(Row("""
                    insert into sharing_grant (id, tenant, grantee, object_class, granted_at, expires_at, authorised_by) values ($1, $2, $3, 'dispatch', $4, $5, 'convenant basisteam')
                    on conflict (tenant, grantee, object_class) do update set expires_at = excluded.expires_at where sharing_grant.revoked_at is null
                    """, Guid.CreateVersion7(now), owner, grantee, now, now.AddYears(1)));
    }

    private static void AddOfficers(NpgsqlBatch batch, DemoFleet fleet, DemoTeam team, DemoTown town, DateTimeOffset now)
    {
        for (var unit = 1; unit <= fleet.UnitsPerOwner; unit++)
        {
            // The first of each three units may work in the whole team's area, the others at home; the third is for the environment.
            var place = (unit - 1) % Kinds.Length;
            IReadOnlyList<string> territory = place == 0 ? [.. team.Municipalities.Select(other => other.Code)] : [town.Code];
            var domain = place == 2 ? CompetenceDomain.Environment : CompetenceDomain.PublicSpace;
            var home = unit <= DemoFleet.UsualUnitsPerOwner ? new Point(town.Latitude + 0.002 * (unit - 2), town.Longitude + 0.003 * (unit - 2)) : fleet.HomeOf(unit, [town]);
            AddUnit(batch, town.Code, $"municipalities/{town.Code}/units/boa-{town.Code}-{unit}", $"{town.CallSign}-{unit}", Kinds[place], home);
            for (var member = 2 * unit - 1; member <= 2 * unit; member++)
                AddOfficer(batch, town.Code, $"officer-{town.Code}-{member:00}", [Appointment(domain, territory, now), .. Extra(place, domain, territory, now)]);
        }
    }

    private static IEnumerable<Appointment> Extra(int place, CompetenceDomain domain, IReadOnlyList<string> territory, DateTimeOffset now) =>
        place == 0 && domain is CompetenceDomain.PublicSpace ? [Appointment(CompetenceDomain.Environment, territory, now)] : [];

    private static void AddPolice(NpgsqlBatch batch, DemoFleet fleet, DemoTeam team, DateTimeOffset now)
    {
        IReadOnlyList<string> territory = ["NL"];
        for (var unit = 1; unit <= fleet.UnitsPerOwner; unit++)
        {
            var town = team.Municipalities[(unit - 1) % team.Municipalities.Count];
            var home = unit <= DemoFleet.UsualUnitsPerOwner ? new Point(town.Latitude, town.Longitude) : fleet.HomeOf(unit, team.Municipalities);
            AddUnit(batch, team.Id, $"teams/{team.Id}/units/pol-{unit}", $"{team.CallSign}-{unit}", UnitKind.Police, home);
            for (var member = 2 * unit - 1; member <= 2 * unit; member++)
                AddOfficer(batch, team.Id, $"{team.OfficerPrefix}-{member:00}", [Appointment(CompetenceDomain.GeneralDetection, territory, now)]);
        }
    }

    // An akte holds for at most five years. The same people with the same powers are entered in capacity's demo region, which owns them; those of more units than usual are for load alone.
    private static Appointment Appointment(CompetenceDomain domain, IReadOnlyList<string> territory, DateTimeOffset now) =>
        new(domain, territory, UnitFilter.DayOf(now).AddYears(-2), UnitFilter.DayOf(now).AddYears(-2).AddYears(5).AddDays(-1));

    private static void AddUnit(NpgsqlBatch batch, string tenant, string name, string callSign, UnitKind kind, Point home) => batch.BatchCommands.Add(Row("""
        insert into unit (tenant, name, call_sign, kind, home_latitude, home_longitude) values ($1, $2, $3, $4, $5, $6) on conflict do nothing
        """, tenant, name, callSign, (short)kind, home.Latitude, home.Longitude));

    private static void AddOfficer(NpgsqlBatch batch, string tenant, string id, IReadOnlyList<Appointment> appointments) => batch.BatchCommands.Add(Row("""
        insert into officer (tenant, id, appointments) values ($1, $2, $3::jsonb) on conflict do nothing
        """, tenant, id, JsonSerializer.Serialize(appointments, MessageJson.Options)));

    private static NpgsqlBatchCommand Row(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}

using Handhaving.Testing;
using Npgsql;

namespace Handhaving.Benchmarks.Platform;

/// <summary>A unit on duty that the load moves about.</summary>
/// <param name="Kind">As the contract numbers it: on foot, by bike, by car.</param>
internal sealed record FleetUnit(string Municipality, string Name, string CallSign, int Kind, double Latitude, double Longitude);

/// <summary>Many units on duty, spread evenly around the market of each municipality, each with an officer who may act anywhere in its team's area.</summary>
internal static class Fleet
{
    // A sunflower: each unit a golden angle further, so that every part of the disc of about 3 km holds as many.
    private const string Seed = """
        create temporary table fleet on commit drop as
        select m.code as tenant, 'municipalities/' || m.code || '/units/fleet-' || n as name, 'F' || m.code || '-' || lpad(n::text, 5, '0') as call_sign, 'fleet-' || m.code || '-' || n as officer,
               1 + n % 3 as kind, m.latitude + 0.027 * sqrt(n::float8 / $4) * sin(n * 2.399963) as latitude, m.longitude + 0.043 * sqrt(n::float8 / $4) * cos(n * 2.399963) as longitude
        from unnest($1::text[], $2::float8[], $3::float8[]) as m (code, latitude, longitude), generate_series(1, $4::int) as n
        """;

    private const string Fill = """
        insert into unit (tenant, name, call_sign, kind, home_latitude, home_longitude) select tenant, name, call_sign, kind, latitude, longitude from fleet;
        insert into officer (tenant, id, appointments) select f.tenant, f.officer, (select o.appointments from officer o where o.tenant = f.tenant order by o.id limit 1) from fleet f;
        insert into duty (tenant, unit, signed_on_at, signed_on_by) select tenant, name, now() - interval '1 hour', 'benchmark' from fleet;
        insert into duty_member (tenant, officer, unit) select tenant, officer, name from fleet;
        insert into feed (tenant, subject, kind, body) select tenant, name, 7, '' from fleet; -- the crew changed: what is kept in memory reads it anew
        """;

    public static async Task<IReadOnlyList<FleetUnit>> SeedAsync(Database database, int perMunicipality, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(database.OwnerConnectionString);
        await connection.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using (var seed = new NpgsqlCommand(Seed, connection, transaction))
        {
            var markets = Region.Municipalities.Select(Markets.Of).ToList();
            seed.Parameters.Add(new() { Value = Region.Municipalities.ToArray() });
            seed.Parameters.Add(new() { Value = markets.Select(market => market.Latitude).ToArray() });
            seed.Parameters.Add(new() { Value = markets.Select(market => market.Longitude).ToArray() });
            seed.Parameters.Add(new() { Value = perMunicipality });
            await seed.ExecuteNonQueryAsync(cancellation);
        }
        await using (var fill = new NpgsqlCommand(Fill, connection, transaction)) await fill.ExecuteNonQueryAsync(cancellation);
        List<FleetUnit> units = [];
        await using (var read = new NpgsqlCommand("select tenant, name, call_sign, kind, latitude, longitude from fleet order by name", connection, transaction))
        await using (var reader = await read.ExecuteReaderAsync(cancellation))
            while (await reader.ReadAsync(cancellation)) units.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetDouble(4), reader.GetDouble(5)));
        await transaction.CommitAsync(cancellation);
        await database.OwnerAsync("analyze unit; analyze officer; analyze duty; analyze duty_member", cancellation);
        return units;
    }
}

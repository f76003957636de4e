using Handhaving.Dispatch.Data;
using Handhaving.Dispatch.Data.Seed;
using Handhaving.Dispatch.Incidents;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Areas;

/// <summary>The demo region with more units than usual, for busier evenings.</summary>
public sealed class DemoFleetTests
{
    [Fact]
    public async Task More_units_come_beside_the_usual_ones_each_in_its_owners_area_and_with_a_crew()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await DemoRegion.SeedAsync(database.OwnerConnectionString, TimeProvider.System, TestContext.Current.CancellationToken);
        var usual = await UnitsAsync(database);

        await DemoRegion.SeedAsync(database.OwnerConnectionString, 185, TimeProvider.System, TestContext.Current.CancellationToken);
        var more = await UnitsAsync(database);
        var map = await database.ReadAsync();

        Assert.Equal((30, 190), (usual.Count, more.Count));
        Assert.Equal(usual, more.Where(unit => usual.Select(one => one.Name).Contains(unit.Name)));
        Assert.All(more, unit => Assert.Contains(map.Locate(unit.Home)?.Municipality.Area.Code, Owned(unit.Tenant)));
        Assert.Equal(380L, await CountAsync(database, "select count(*) from officer"));
        Assert.Equal(38, more.Count(unit => unit.Name.StartsWith("teams/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("migrate --seed", 0)]
    [InlineData("migrate --seed --units 185", 185)]
    [InlineData("migrate", 0)]
    [InlineData("migrate --units 185", null)]
    [InlineData("migrate --seed --units", null)]
    [InlineData("migrate --seed --units many", null)]
    [InlineData("migrate --seed --units 10001", null)]
    public void How_many_units_is_a_number_beside_the_seed(string line, int? units)
    {
        Assert.Equal(units, Migration.UnitsOf(line.Split(' ')));
    }

    private static IEnumerable<string?> Owned(string tenant) =>
        DemoData.Teams.SingleOrDefault(team => team.Id == tenant)?.Municipalities.Select(town => town.Code) ?? [tenant];

    private static async Task<List<(string Tenant, string Name, Point Home)>> UnitsAsync(OwnDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand("select tenant, name, home_latitude, home_longitude from unit order by name", connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<(string, string, Point)> units = [];
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            units.Add((reader.GetString(0), reader.GetString(1), new(reader.GetDouble(2), reader.GetDouble(3))));
        return units;
    }

    private static async Task<object?> CountAsync(OwnDatabase database, string sql)
    {
        await using var connection = await database.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}

using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Areas.Import;
using Handhaving.Dispatch.Data.Seed;
using Handhaving.ServiceDefaults.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Areas;

/// <summary>A map is in the database whole or not at all, and running replicas take it over.</summary>
public sealed class ImportAreasTests
{
    [Fact]
    public async Task The_three_maps_are_imported_one_after_another_and_an_import_again_replaces_its_kind_alone()
    {
        await using var database = await OwnDatabase.CreateAsync();

        List<long> versions = [];
        foreach (var file in (string[])["gemeenten-rd.geojson", "wijken-wgs84.geojson", "buurten-rd.geojson", "gemeenten-rd.geojson"]) versions.Add(await ImportAsync(database, file));
        var map = await database.ReadAsync();

        Assert.Equal("0888/WK088801/BU08880101", map.Path(Maps.At(185_000, 329_000)));
        Assert.Equal([1, 2, 3, 4], versions);
        Assert.Equal((4L, 8), (map.Version, map.All.Count));
        Assert.Equal([(AreaKind.Municipality, 4L), (AreaKind.District, 2L), (AreaKind.Neighbourhood, 3L)], map.All.Select(area => (area.Area.Kind, area.Version)).Distinct().OrderBy(pair => pair.Kind));
        Assert.Equal(Maps.Official, map.All[0].Origin);
    }

    [Fact]
    public async Task What_was_read_is_what_was_written_to_the_last_corner()
    {
        await using var database = await OwnDatabase.CreateAsync();
        var written = await Maps.ReadAsync("gemeenten-rd.geojson");
        await ImportAsync(database, "gemeenten-rd.geojson");

        var read = (await database.ReadAsync()).All;

        Assert.Equal(written.OrderBy(area => area.Code, StringComparer.Ordinal).Select(area => (area.Code, area.Name, area.Parent, area.Shape.AsText())), read.Select(area => (area.Area.Code, area.Area.Name, area.Area.Parent, area.Area.Shape.AsText())));
    }

    [Fact]
    public async Task Districts_without_their_municipality_are_refused_by_name_and_nothing_changes()
    {
        await using var database = await OwnDatabase.CreateAsync();

        var refused = await Assert.ThrowsAsync<ImportRefused>(() => ImportAsync(database, "wijken-wgs84.geojson"));

        Assert.Equal(3, refused.Problems.Count);
        Assert.Contains("WK088800: it lies in 0888", refused.Problems[0], StringComparison.Ordinal);
        Assert.Equal((0L, 0), ((await database.ReadAsync()).Version, (await database.ReadAsync()).All.Count));
    }

    [Fact]
    public async Task The_official_map_takes_the_place_of_the_drawn_one_and_is_never_overdrawn()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await DemoRegion.SeedAsync(database.OwnerConnectionString, TimeProvider.System, TestContext.Current.CancellationToken);
        var drawn = await database.ReadAsync();
        await database.LeaveOutAsync("0965", "0986", "1954", "0899", "0882");

        await ImportAsync(database, "gemeenten-rd.geojson");
        await DemoRegion.SeedAsync(database.OwnerConnectionString, TimeProvider.System, TestContext.Current.CancellationToken);
        var official = await database.ReadAsync();

        Assert.All(drawn.All, area => Assert.Equal(DemoAreas.Origin, area.Origin));
        Assert.Equal(["0888", "0971", "1883"], official.All.Select(area => area.Area.Code));
        Assert.All(official.All, area => Assert.Equal("CBS, Kadaster", area.Origin.Attribution));
    }

    [Fact]
    public async Task A_map_that_lacks_a_municipality_of_this_deployment_is_refused_by_name_and_nothing_changes()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await DemoRegion.SeedAsync(database.OwnerConnectionString, TimeProvider.System, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<ImportRefused>(() => ImportAsync(database, "gemeenten-rd.geojson"));

        Assert.Equal(["0882", "0899", "0965", "0986", "1954"], refused.Problems.Select(problem => problem[..4]));
        Assert.Contains("Landgraaf reports here and is not on this map", refused.Problems[0], StringComparison.Ordinal);
        Assert.All((await database.ReadAsync()).All, area => Assert.Equal(DemoAreas.Origin, area.Origin));
    }

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(0.985, false)]
    [InlineData(0.995, true)]
    [InlineData(1.2, true)]
    public async Task Areas_of_one_kind_may_cross_by_a_hundredth_and_no_more(double from, bool taken)
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using var owner = await database.OpenAsync();
        Area[] areas = [Square("0001", 0), Square("0002", from)];

        var import = () => ImportAreas.ApplyAsync(owner, Maps.Official, areas, TestContext.Current.CancellationToken);

        if (taken) Assert.Equal(1, await import());
        else Assert.StartsWith("0001: it lies over 0002", Assert.Single((await Assert.ThrowsAsync<ImportRefused>(import)).Problems), StringComparison.Ordinal);
    }

    // A tenth of a degree wide.
    private static Area Square(string code, double from) =>
        new(code, code, AreaKind.Municipality, code, null, new NetTopologySuite.Geometries.GeometryFactory().ToGeometry(new(5 + from / 10, 5.1 + from / 10, 51, 51.1)));

    [Fact]
    public async Task A_running_replica_takes_a_new_map_over_as_a_whole()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using var databases = database.Replica();
        var index = new AreaIndex();
        using var job = new AreaRefreshJob(databases, index, new(TimeProvider.System, NullLogger<DatabaseWait>.Instance), TimeProvider.System, NullLogger<AreaRefreshJob>.Instance);

        await job.RefreshAsync(TestContext.Current.CancellationToken);
        var before = index.Current;
        await ImportAsync(database, "gemeenten-rd.geojson");
        await job.RefreshAsync(TestContext.Current.CancellationToken);
        var after = index.Current;
        await job.RefreshAsync(TestContext.Current.CancellationToken);

        Assert.False(before.IsLoaded);
        Assert.Equal("1883", after.Path(Maps.At(183_500, 327_500)));
        Assert.Same(after, index.Current);
    }

    [Fact]
    public async Task A_replica_that_starts_while_its_database_takes_nobody_waits_for_it_and_then_knows_the_areas()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await ImportAsync(database, "gemeenten-rd.geojson");
        await using var databases = database.Replica();
        var (index, refused) = (new AreaIndex(), new FirstLine<DatabaseWait>());
        using var job = new AreaRefreshJob(databases, index, new(TimeProvider.System, refused), TimeProvider.System, NullLogger<AreaRefreshJob>.Instance);
        await database.AlterAsync($"alter role {database.Roles.Service} connection limit 0"); // "too many connections for role": 53300, as while a server restarts

        var starting = job.StartAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(refused.Seen, starting);
        var early = starting.IsCompleted;
        await database.AlterAsync($"alter role {database.Roles.Service} connection limit -1");
        await starting;
        await job.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal((false, true), (early, index.Current.IsLoaded));
    }

    [Fact]
    public async Task The_services_login_reads_areas_and_writes_none()
    {
        await using var database = await OwnDatabase.CreateAsync();
        await using var databases = database.Replica();
        await using var command = databases.Service.CreateCommand("delete from area");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_command_says_what_it_took_and_of_which_year()
    {
        await using var database = await OwnDatabase.CreateAsync();
        var file = await FileAsync("gemeenten-rd.geojson");
        await using var output = new StringWriter();

        var exit = await ImportAreas.RunAsync(["import-areas", file, "--kind", "gemeente", "--crs", "rd", $"--ConnectionStrings:dispatch={database.OwnerConnectionString}"], output, TestContext.Current.CancellationToken);

        Assert.True(exit == 0, output.ToString());
        Assert.Contains("Municipality: 3 areas", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("version 1, valid from 2025-01-01, source to be named: CBS, Kadaster", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2025, 1, 1), (await database.ReadAsync()).All[0].Origin.ValidFrom);
    }

    [Theory]
    [InlineData("Usage")]
    [InlineData("does not exist", "no-such-file.geojson")]
    [InlineData("is not a kind", "--kind", "provincie")]
    [InlineData("is not a grid", "--crs", "utm")]
    [InlineData("needs a value", "--crs")]
    [InlineData("is not an option", "--soort", "gemeente")]
    [InlineData("One file at a time", "a.geojson", "b.geojson")]
    public async Task A_command_that_is_not_understood_says_what_to_change(string said, params string[] args)
    {
        await using var output = new StringWriter();

        var exit = await ImportAreas.RunAsync(["import-areas", .. args], output, TestContext.Current.CancellationToken);

        Assert.Equal(1, exit);
        Assert.Contains(said, output.ToString(), StringComparison.Ordinal);
    }

    private static async Task<long> ImportAsync(OwnDatabase database, string file)
    {
        var areas = await Maps.ReadAsync(file);
        await using var owner = await database.OpenAsync();
        return await ImportAreas.ApplyAsync(owner, Maps.Official, areas, TestContext.Current.CancellationToken);
    }

    private static async Task<string> FileAsync(string name)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory().FullName, name);
        await using var content = Maps.Open(name);
        await using var file = File.Create(path);
        await content.CopyToAsync(file, TestContext.Current.CancellationToken);
        return path;
    }
}

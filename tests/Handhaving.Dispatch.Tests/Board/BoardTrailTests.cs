using System.Text.Json;
using Handhaving.Dispatch.Tests.Refusals;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>A board that is opened stands in the audit of everybody whose records it may tell of, whether or not something goes on there.</summary>
[Collection(Matrix.Name)]
public sealed class BoardTrailTests(QuietRegion quiet)
{
    private const string Landgraaf = "brunssum-landgraaf", Mijnstreek = "westelijke-mijnstreek";

    [Fact]
    public async Task A_fresh_board_is_in_the_audit_of_the_team_and_each_municipality_also_where_nothing_goes_on()
    {
        var desk = new Person(quiet.Region, $"desk-{Guid.NewGuid():N}", "centralist", ["0965", "0986", "1954", "0899", "0882"], [Landgraaf]);

        using var board = desk.WatchTeam(Landgraaf);
        var fresh = await board.ReadSnapshotAsync();

        // A line about one incident alone has its name.
        Assert.Equal(fresh[0].Hello.Tenants, (await LinesAsync(desk)).Select(line => string.Join('/', (line.GetProperty("object_id").GetString() ?? "").Split('/').Take(2))));
    }

    [Fact]
    public async Task A_fresh_board_names_the_incidents_that_it_shows()
    {
        var reporter = Person.Centralist(quiet.Region);
        string[] names = [(await reporter.ReportAsync("1883")).Name, (await reporter.ReportAsync("1883")).Name];
        var desk = new Person(quiet.Region, $"desk-{Guid.NewGuid():N}", "centralist", ["0888", "0971", "1883"], [Mijnstreek]);

        using var board = desk.WatchTeam(Mijnstreek);
        await board.ReadSnapshotAsync();

        var lines = await LinesAsync(desk);
        var line = Assert.Single(lines, line => line.GetProperty("object_id").GetString() == "municipalities/1883");
        Assert.Subset(line.GetProperty("shown").EnumerateArray().Select(name => name.GetString()).ToHashSet(), names.ToHashSet<string?>());
        Assert.Equal(4, lines.Count); // its team's and one of each municipality
    }

    private async Task<IReadOnlyList<JsonElement>> LinesAsync(Person person)
    {
        var lines = (string[])(await quiet.Region.OwnerAsync("""
            select coalesce(array_agg(line order by line::jsonb->>'object_id' collate "C"), '{}') from audit_line where line::jsonb->>'actor_id' = $1 and line::jsonb->>'action' = 'CONSULT'
            """, person.Subject) ?? Array.Empty<string>());
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }
}

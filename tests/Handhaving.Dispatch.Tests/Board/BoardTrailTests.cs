using System.Text.Json;
using Handhaving.Dispatch.Tests.Refusals;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Audit;

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
        await reporter.ReportAsync("1883");
        await reporter.ReportAsync("1883");
        var desk = new Person(quiet.Region, $"desk-{Guid.NewGuid():N}", "centralist", ["0888", "0971", "1883"], [Mijnstreek]);

        using var board = desk.WatchTeam(Mijnstreek);
        var names = NamesIn(await board.ReadSnapshotAsync(), "1883");

        var lines = await LinesAsync(desk);
        var line = Assert.Single(lines, line => line.GetProperty("object_id").GetString() == "municipalities/1883");
        Assert.Equal(names.Take(AuditLine.MostShown), line.GetProperty("shown").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(names.Count, line.GetProperty("row_count").GetInt32());
        Assert.Equal(4, lines.Count); // its team's and one of each municipality
    }

    [Fact]
    public async Task A_board_with_more_than_a_line_names_is_proven_by_its_digest()
    {
        await Task.WhenAll(Enumerable.Range(0, AuditLine.MostShown + 1).Select(_ => Person.Centralist(quiet.Region).ReportAsync("1883")));
        var desk = new Person(quiet.Region, $"desk-{Guid.NewGuid():N}", "centralist", ["0888", "0971", "1883"], [Mijnstreek]);
        var auditor = new Person(quiet.Region, "auditor-1", "auditor", ["1883"], []);

        using var board = desk.WatchTeam(Mijnstreek);
        var names = NamesIn(await board.ReadSnapshotAsync(), "1883");

        var entry = Assert.Single(await auditor.EntriesAsync("municipalities/1883"), entry => entry.Actor == desk.Subject);
        Assert.Equal((names.Count, AuditLine.DigestOf(names)), (entry.RowCount, entry.ShownDigest));
        Assert.Equal(names.Take(AuditLine.MostShown), entry.Shown);
    }

    private static List<string> NamesIn(IEnumerable<V1.WatchBoardResponse> snapshot, string municipality) =>
        [.. snapshot.Select(message => message.SnapshotItem?.Incident?.Name).OfType<string>().Where(name => name.StartsWith($"municipalities/{municipality}/", StringComparison.Ordinal))];

    private async Task<IReadOnlyList<JsonElement>> LinesAsync(Person person)
    {
        var lines = (string[])(await quiet.Region.OwnerAsync("""
            select coalesce(array_agg(line order by line::jsonb->>'object_id' collate "C"), '{}') from audit_line where line::jsonb->>'actor_id' = $1 and line::jsonb->>'action' = 'CONSULT'
            """, person.Subject) ?? Array.Empty<string>());
        return [.. lines.Select(line => JsonDocument.Parse(line).RootElement)];
    }
}

using Grpc.Net.Client;
using Handhaving.Dispatch.Board;
using Handhaving.Dispatch.Board.Opening;
using Handhaving.Dispatch.Tests.Refusals;
using Handhaving.Dispatch.Tests.Restricted;
using Handhaving.Dispatch.Tests.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Handhaving.Dispatch.Tests.Board.Opening;

/// <summary>Many boards that are opened at once: a few at a time, the others wait without an error; each is told everything once and only what it may see.</summary>
[Collection(Matrix.Name)]
public sealed class CrowdTests(QuietRegion quiet)
{
    private static readonly string[] Municipalities = ["0888", "0971", "1883"];

    [Fact]
    public async Task Screens_that_waited_are_told_what_happened_meanwhile_once_and_each_only_what_it_may_see()
    {
        await using var crowd = await CrowdAsync();
        var (reporter, tips) = (Person.Centralist(quiet.Region), new Tips(quiet.Region));
        string[] before = [(await reporter.ReportAsync()).Name, (await tips.ReportAsync()).Name];
        Person[] desks = [crowd.Desk(), crowd.Desk(), crowd.Desk()], partners = [crowd.Partner(), crowd.Partner()];
        List<Screen> screens;
        string[] meanwhile;
        using (await crowd.HoldAsync())
        {
            screens = [.. desks.Concat(partners).Select(person => person.WatchTeam(Tips.Team))];
            var leaver = crowd.Desk().WatchTeam(Tips.Team);
            await Work.EventuallyAsync(() => Task.FromResult(crowd.Lines.Snapshots.Waiting == 6));
            leaver.Dispose();
            await Work.EventuallyAsync(() => Task.FromResult(crowd.Lines.Snapshots.Waiting == 5));
            meanwhile = [(await tips.ReportAsync()).Name, (await reporter.ReportAsync()).Name];
        }

        var read = await Task.WhenAll(screens.Select(screen => screen.ReadAsync(message => message.Delta?.Item?.Incident?.Name == meanwhile[1])));

        Assert.All(read, messages => Assert.Equal(Enumerable.Range(1, messages.Count).Select(number => (long)number), messages.Select(message => message.Sequence)));
        Assert.All(read.Take(3), messages => Assert.Equal([.. before, .. meanwhile], Of(messages, [.. before, .. meanwhile])));
        Assert.All(read.Skip(3), messages => Assert.Equal([before[0], meanwhile[1]], Of(messages, [.. before, .. meanwhile])));
        Assert.All(read, messages => Assert.Contains(messages, message => message.SnapshotItem?.Incident?.Name == before[0]));
        string[] chains = [.. Municipalities.Select(code => $"municipalities/{code}"), $"teams/{Tips.Team}"];
        foreach (var person in desks.Concat(partners)) Assert.Equal(chains, await ChainsAsync(person));
        screens.ForEach(screen => screen.Dispose());
    }

    [Fact]
    public async Task Screens_that_open_while_reports_come_in_miss_none_and_repeat_none()
    {
        var reporter = Person.Centralist(quiet.Region, 1);
        List<Screen> screens = [];
        List<string> names = [];

        for (var round = 0; round < 10; round++)
        {
            screens.AddRange(Enumerable.Range(0, 6).Select(number => Person.OtherCentralist(quiet.Region, number % 2).WatchTeam(Tips.Team)));
            names.AddRange((await Task.WhenAll(Municipalities.Select(code => reporter.ReportAsync(code)))).Select(incident => incident.Name));
        }
        var last = (await reporter.ReportAsync()).Name;
        var read = await Task.WhenAll(screens.Select(screen => screen.ReadAsync(message => (message.Delta?.Item ?? message.SnapshotItem)?.Incident?.Name == last)));

        Assert.All(read, messages => Assert.Equal(names.Order(StringComparer.Ordinal), Of(messages, names).Order(StringComparer.Ordinal)));
        screens.ForEach(screen => screen.Dispose());
    }

    [Fact]
    public async Task Who_resumes_does_not_wait_behind_snapshots()
    {
        await using var crowd = await CrowdAsync();
        var desk = crowd.Desk();
        using var first = desk.WatchTeam(Tips.Team);
        await first.ReadSnapshotAsync();
        var missed = (await Person.Centralist(quiet.Region).ReportAsync()).Name;
        using var held = await crowd.HoldAsync();

        using var resumed = desk.ResumeTeam(Tips.Team, first.Token);
        var read = await resumed.ReadAsync(message => message.Delta?.Item?.Incident?.Name == missed);

        Assert.False(read[0].Hello.Reset);
    }

    [Fact]
    public async Task A_screen_for_which_too_much_comes_while_it_waits_begins_anew_and_is_told_of_no_error()
    {
        await using var crowd = await CrowdAsync("--Board:LongestQueue=3");
        var (desk, reporter) = (crowd.Desk(), Person.Centralist(quiet.Region));
        Screen screen;
        List<string> meanwhile = [];
        using (await crowd.HoldAsync())
        {
            screen = desk.WatchTeam(Tips.Team);
            await Work.EventuallyAsync(() => Task.FromResult(crowd.Lines.Snapshots.Waiting == 1));
            for (var report = 0; report < 8; report++) meanwhile.Add((await reporter.ReportAsync()).Name);
            await Work.EventuallyAsync(async () => await OpeningsAsync(desk) >= 2); // each is noted
        }

        var read = await screen.ReadSnapshotAsync();

        Assert.True(read[0].Hello.Reset);
        Assert.Equal(meanwhile.Take(3), Of(read, [.. meanwhile.Take(3)]));
        screen.Dispose();
    }

    private static IEnumerable<string> Of(IEnumerable<V1.WatchBoardResponse> messages, IReadOnlyCollection<string> names) =>
        messages.Select(message => (message.Delta?.Item ?? message.SnapshotItem)?.Incident?.Name).OfType<string>().Where(names.Contains);

    private async Task<Crowd> CrowdAsync(params string[] settings)
    {
        var (channel, services) = await quiet.Region.StartReplicaWithAsync(settings);
        return new(quiet.Region, channel, services.GetRequiredService<OpeningLines>());
    }

    // Whose chains tell that somebody opened a board, each as often as it does.
    private async Task<string[]> ChainsAsync(Person person) => (string[])(await quiet.Region.OwnerAsync("""
        select coalesce(array_agg(case when tenant ~ '^[0-9]+$' then 'municipalities/' else 'teams/' end || tenant order by tenant collate "C"), '{}')
        from audit_line where line::jsonb->>'actor_id' = $1 and line::jsonb->>'action' = 'CONSULT'
        """, person.Subject) ?? Array.Empty<string>());

    private async Task<int> OpeningsAsync(Person person) => (await ChainsAsync(person)).Count(chain => chain.StartsWith("teams/", StringComparison.Ordinal));

    /// <summary>People at a replica of their own, so that nobody else's board waits there.</summary>
    private sealed class Crowd(DispatchRegion region, GrpcChannel channel, OpeningLines lines) : IAsyncDisposable
    {
        public OpeningLines Lines => lines;

        public Person Desk() => Somebody("centralist");

        public Person Partner() => Somebody("partner-simulator");

        /// <summary>Takes all places of those who need a snapshot.</summary>
        public async Task<IDisposable> HoldAsync()
        {
            var held = new Places();
            for (var place = 0; place < new BoardLimits().SnapshotsAtOnce; place++) held.Add(await lines.Snapshots.EnterAsync(TestContext.Current.CancellationToken));
            return held;
        }

        public async ValueTask DisposeAsync() => await channel.ShutdownAsync();

        private Person Somebody(string role) => new(region, channel, $"{role}-{Guid.NewGuid():N}", role, Municipalities, [Tips.Team]);
    }

    private sealed class Places : List<IDisposable>, IDisposable
    {
        public void Dispose() => ForEach(place => place.Dispose());
    }
}

using Grpc.Core;
using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Feed;

namespace Handhaving.Dispatch.Tests.Board;

/// <summary>A board that is resumed shows all that its caller may read now, not only what changed since (C-01).</summary>
public sealed class BoardReachTests(DispatchRegion region)
{
    private const string Mijnstreek = "westelijke-mijnstreek", Landgraaf = "brunssum-landgraaf", Simpelveld = "municipalities/0965";
    private readonly Neighbours two = new(region);

    // Reads its municipalities by their grants alone.
    private readonly Person desk = new(region, "team-desk-bl", "centralist", [], [Landgraaf]);

    [Fact]
    public async Task A_token_of_another_teams_board_gets_a_fresh_snapshot()
    {
        var both = new Person(region, "centralist-both", "centralist", ["0888", "0971", "1883", "0965", "0986", "1954", "0899", "0882"], [Mijnstreek, Landgraaf]);
        var incident = await Person.FromLandgraaf(region).ReportAsync("0965");
        using var mijnstreek = both.WatchTeam(Mijnstreek);
        await mijnstreek.ReadSnapshotAsync();

        using var landgraaf = both.ResumeTeam(Landgraaf, mijnstreek.Token);
        var fresh = await landgraaf.ReadSnapshotAsync();

        Assert.True(fresh[0].Hello.Reset);
        Assert.Contains(fresh, message => message.SnapshotItem?.Incident?.Name == incident.Name);
    }

    [Fact]
    public async Task A_token_of_the_last_release_gets_a_fresh_snapshot()
    {
        var snapshot = (string)(await region.OwnerAsync("select pg_current_snapshot()::text") ?? "");

        using var board = desk.ResumeTeam(Landgraaf, FeedCursor.At(snapshot).ToToken());

        Assert.True((await board.ReadSnapshotAsync())[0].Hello.Reset);
    }

    [Fact]
    public async Task C01_a_municipality_that_became_readable_since_the_token_brings_what_it_had()
    {
        var incident = await Person.FromLandgraaf(region).ReportAsync("0965");
        await WithdrawAsync();
        using var before = desk.WatchTeam(Landgraaf);
        var without = await before.ReadSnapshotAsync();
        await GiveBackAsync();

        using var after = desk.ResumeTeam(Landgraaf, before.Token);
        var fresh = await after.ReadSnapshotAsync();

        Assert.DoesNotContain(Simpelveld, without[0].Hello.Tenants);
        Assert.True(fresh[0].Hello.Reset);
        Assert.Contains(Simpelveld, fresh[0].Hello.Tenants);
        Assert.Contains(fresh, message => message.SnapshotItem?.Incident?.Name == incident.Name);
    }

    [Fact]
    public async Task C01_a_grant_withdrawn_and_given_back_takes_from_an_open_board_and_brings_back_incidents_and_loans()
    {
        var incident = await Person.FromLandgraaf(region).ReportAsync("0965");
        var (_, loan) = await two.LendAsync("0965");
        using var open = desk.WatchTeam(Landgraaf);
        await open.ReadSnapshotAsync();

        await WithdrawAsync();
        var gone = await open.UntilAsync(message => message.Delta?.RemovalReason is V1.RemovalReason.NoLongerAuthorised);
        await GiveBackAsync();
        var ended = await Assert.ThrowsAsync<RpcException>(() => open.UntilAsync(_ => false));
        using var resumed = desk.ResumeTeam(Landgraaf, gone.ResumeToken); // the last thing this screen saw
        var fresh = await resumed.ReadSnapshotAsync();

        Assert.Equal(Simpelveld, gone.Delta.Removed);
        Assert.Equal((StatusCode.ResourceExhausted, "RESYNC"), (ended.StatusCode, Failure.Of(ended).Reason));
        Assert.True(fresh[0].Hello.Reset);
        Assert.Contains(fresh, message => message.SnapshotItem?.Incident?.Name == incident.Name);
        Assert.Equal(loan, fresh.Single(message => message.SnapshotItem?.Loan?.Name == loan.Name).SnapshotItem.Loan);
    }

    [Fact]
    public async Task A_board_whose_reach_is_the_same_resumes_without_a_snapshot()
    {
        using var board = desk.WatchTeam(Landgraaf);
        await board.ReadSnapshotAsync();

        using var resumed = desk.ResumeTeam(Landgraaf, board.Token);

        Assert.False((await resumed.UntilAsync(message => message.Hello is not null)).Hello.Reset);
    }

    [Fact]
    public async Task A_resumed_board_is_in_the_audit_of_the_team_and_each_municipality_before_it_shows_anything()
    {
        using var board = desk.WatchTeam(Landgraaf);
        await board.ReadSnapshotAsync();
        var other = new Person(region, $"desk-{Guid.NewGuid():N}", "centralist", [], [Landgraaf]); // the token counts for whoever reads the same

        using var resumed = other.ResumeTeam(Landgraaf, board.Token);
        var hello = (await resumed.UntilAsync(message => message.Hello is not null)).Hello;

        Assert.False(hello.Reset);
        Assert.Equal(hello.Tenants, await ConsultedAsync(other));
    }

    private async Task<string[]> ConsultedAsync(Person person) => (string[])(await region.OwnerAsync("""
        select coalesce(array_agg(l->>'object_id' order by l->>'object_id' collate "C"), '{}') from (select line::jsonb as l from audit_line) lines
        where l->>'actor_id' = $1 and l->>'action' = 'CONSULT'
        """, person.Subject) ?? Array.Empty<string>());

    private async Task WithdrawAsync() => await region.OwnerAsync("update sharing_grant set revoked_at = now() where tenant = '0965' and grantee = 'brunssum-landgraaf'");

    private async Task GiveBackAsync() => await region.OwnerAsync("update sharing_grant set revoked_at = null where tenant = '0965' and grantee = 'brunssum-landgraaf'");
}

using Handhaving.Faults.Tests.Books;
using Handhaving.Faults.Tests.Load;
using Handhaving.Faults.Tests.Platform;
using Handhaving.Simulator.Ledger;
using Npgsql;

namespace Handhaving.Faults.Tests.Races;

/// <summary>Offers that race for a unit on two replicas: one wins, each loser is told who, and nothing is doubled (R7).</summary>
public sealed class OfferRaceTests(FaultPlatform platform)
{
    [Fact]
    public async Task Of_ten_thousand_racing_offers_none_doubles_and_each_loser_is_told_the_winner()
    {
        var intentions = new Intentions(Guid.NewGuid().ToString("N")[..8], 1);
        var desks = Post.All.Select(post => post.Team).Distinct().ToDictionary(team => team, DesksOf);
        var races = Post.All.Select((post, lane) => new OfferRace(desks[post.Team], intentions, post, lane)).ToList();

        await Task.WhenAll(races.Select(race => race.RunAsync(Length.RacingOffers / OfferRace.Rivals / races.Count, TestContext.Current.CancellationToken)));

        Assert.Empty(races.SelectMany(race => race.Wrong));
        Assert.Equal(Length.RacingOffers, races.Sum(race => race.Offers));
        Assert.Equal(["centralist-bl-01", "centralist-wm-01", "partner-simulator"], races.SelectMany(race => race.Winners).Distinct().Order()); // else nobody could be told a wrong name
        Assert.Empty(await Ground.WrongAsync(platform.Database));
    }

    [Fact]
    public async Task The_check_itself_sees_a_double_that_a_missing_index_lets_in()
    {
        await using var connection = await platform.Database.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(connection, """
            drop index one_active_assignment_per_unit;
            insert into duty (tenant, unit, signed_on_at, signed_on_by) select tenant, name, now(), 'test' from unit where name like 'municipalities/%-3' order by name limit 1;
            insert into incident (tenant, id, version, state, priority, number, body) select tenant, gen_random_uuid(), 1, 2, 3, 'test', '{}' from duty where signed_on_by = 'test';
            insert into assignment (tenant, id, incident, unit, state, assigned_by, expires_at)
              select d.tenant, gen_random_uuid(), i.id, d.unit, 1, 'test', now() from duty d join incident i on i.tenant = d.tenant and i.number = 'test', generate_series(1, 2) where d.signed_on_by = 'test';
            """);

        var seen = await Ground.OnTwoAsync(connection);
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);

        Assert.Single(seen);
        Assert.Empty(await Ground.OnTwoAsync(connection));
    }

    private RaceDesk[] DesksOf(string team)
    {
        return [Partner(0), Centralist(1), Partner(1), Centralist(0)];

        RaceDesk Partner(int replica) => new("partner-simulator", platform.ConnectToReplica(replica, new LedgerBook()));
        RaceDesk Centralist(int replica) => new($"centralist-{team}-01", platform.ConnectToReplica(replica, new LedgerBook(), $"centralist-{team}"));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}

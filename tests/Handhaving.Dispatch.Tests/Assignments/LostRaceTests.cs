using Grpc.Core;
using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Tests.Service;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Assignments;

/// <summary>Who loses a unit in the database itself, after the look at its slot, is told the winner all the same.</summary>
public sealed class LostRaceTests(DispatchRegion region)
{
    [Fact]
    public async Task The_loser_at_the_constraint_is_told_who_won_and_for_which_incident()
    {
        var desk = Person.Centralist(region);
        var (unit, theirs, ours) = (await desk.OwnUnitAsync(region, "0888"), await desk.ReportAsync(), await desk.ReportAsync());
        await using var winner = new NpgsqlConnection(region.OwnerConnectionString);
        await winner.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await winner.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var take = new NpgsqlCommand("insert into assignment (tenant, id, incident, unit, state, assigned_by, expires_at) values ('0888', $1, $2, $3, 1, 'centralist-of-the-race', now() + interval '1 hour')", winner)
        {
            Parameters = { new() { Value = Guid.NewGuid() }, new() { Value = Guid.Parse(theirs.Name.Split('/')[^1]) }, new() { Value = unit } },
        };
        await take.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var losing = Failure.OfAsync(desk.Assignments.AssignUnitAsync(new() { Parent = ours.Name, Unit = unit, Etag = ours.Etag, RequestId = Work.NewRequest() }, desk.Call));
        await Work.EventuallyAsync(async () => await region.OwnerAsync("select count(*) from pg_stat_activity where $1 = any(pg_blocking_pids(pid))", winner.ProcessID) is > 0L);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        var lost = await losing;
        await region.OwnerAsync("delete from assignment where unit = $1", unit);

        Assert.Equal((StatusCode.Aborted, "UNIT_ALREADY_ASSIGNED"), (lost.Code, lost.Reason));
        Assert.Contains($"toegewezen aan melding {theirs.Number} in Beek door centralist-of-the-race.", lost.Dutch, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-000001", "Stein", false)]
    [InlineData(null, "Stein", true)]
    public void A_number_is_told_with_the_municipality_in_which_it_counts_and_the_municipality_alone_where_the_number_is_not_to_be_read(string? number, string municipality, bool isToldApart)
    {
        var broken = AssignmentRules.Taken(Given.Called.Words, new(Given.Name.Value, number, municipality, "centralist-1"));

        Assert.Equal((number, municipality, isToldApart), (broken.Metadata.GetValueOrDefault("winnerNumber"), broken.Metadata["winnerMunicipality"], broken.Told is not null));
    }
}

namespace Handhaving.Capacity.Tests.Service.Triangle;

/// <summary>Votes and acts that cross each other on two replicas.</summary>
public sealed class DecisionRaceTests(CapacityRegion region)
{
    [Fact]
    public async Task Of_last_votes_at_once_one_carries_the_decision_out_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
            var asked = await Given.ConflictAsync(officer, noon);
            var decision = await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, asked)).Name, V1.OptionKind.Approve);

            var votes = await Task.WhenAll(
                Given.VoteAsync(Person.Mayor(region), decision.Name, V1.TriangleRole.Mayor),
                Given.VoteAsync(Person.Prosecutor(region, 1), decision.Name, V1.TriangleRole.Prosecutor),
                Given.VoteAsync(Person.PoliceChief(region, 1), decision.Name, V1.TriangleRole.PoliceChief));

            Assert.Single(votes, vote => vote.State is V1.DecisionState.Executed);
            Assert.Equal(V1.ReservationState.Confirmed, (await Given.SeenAsync(officer, asked.Name)).State);
            Assert.Equal((0, 6, 2, -2), await Given.CountAsync(officer, noon));
        }
    }

    [Fact]
    public async Task A_request_that_is_given_back_while_it_is_decided_ends_one_way_or_the_other()
    {
        for (var round = 0; round < 5; round++)
        {
            var (officer, noon) = (Person.PermitOfficer(region, round % 2), Asked.Noon());
            var asked = await Given.ConflictAsync(officer, noon);
            var decision = await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, asked)).Name, V1.OptionKind.Approve);
            await Given.VoteAsync(Person.Mayor(region), decision.Name, V1.TriangleRole.Mayor);
            await Given.VoteAsync(Person.Prosecutor(region), decision.Name, V1.TriangleRole.Prosecutor);
            var chief = Person.PoliceChief(region, 1);

            var outcomes = await Task.WhenAll(
                Failure.ReasonAsync(chief.Triangle.CastVoteAsync(Given.Ballot(decision.Name, V1.TriangleRole.PoliceChief), chief.Call)),
                Failure.ReasonAsync(officer.Reservations.ReleaseReservationAsync(new() { Name = asked.Name, Etag = asked.Etag, Reason = "afgelast", RequestId = Asked.Id() }, officer.Call)));

            var decided = outcomes[0].Length == 0;
            Assert.Equal(decided ? ["", "ETAG_MISMATCH"] : ["CONFLICT_ENDED", ""], outcomes);
            Assert.Equal(decided ? (0, 6, 2, -2) : (0, 0, 0, 4), await Given.CountAsync(officer, noon));
        }
    }

    [Fact]
    public async Task Requests_that_cross_a_decision_about_the_same_blocks_never_oversell()
    {
        var (noon, officers) = (Asked.Noon(), new[] { Person.PermitOfficer(region), Person.PermitOfficer(region, 1) });
        var asked = await Given.ConflictAsync(officers[0], noon, 7);
        var decision = await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officers[0], asked)).Name, V1.OptionKind.Approve);
        await Given.VoteAsync(Person.Mayor(region), decision.Name, V1.TriangleRole.Mayor);
        await Given.VoteAsync(Person.Prosecutor(region), decision.Name, V1.TriangleRole.Prosecutor);
        var chief = Person.PoliceChief(region, 1);

        var vote = Failure.ReasonAsync(chief.Triangle.CastVoteAsync(Given.Ballot(decision.Name, V1.TriangleRole.PoliceChief), chief.Call));
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => officers[number % 2].AskAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1)))));

        Assert.Equal("", await vote);
        Assert.All(answers, answer => Assert.Equal(V1.ReservationState.Rejected, answer.State)); // what was free is held while the request waits
        Assert.Equal((0, 7, 3, -3), await Given.CountAsync(officers[0], noon));
    }
}

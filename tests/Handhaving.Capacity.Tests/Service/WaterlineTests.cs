using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Tests.Service.Triangle;

namespace Handhaving.Capacity.Tests.Service;

/// <summary>The minimum that stays for basic care over the real door: whoever plans raises it, and only a decision lowers it.</summary>
public sealed class WaterlineTests(CapacityRegion region)
{
    private const string Response = Asked.Team + "/functions/noodhulp";

    [Fact]
    public async Task It_is_raised_with_a_motive_and_that_is_told_and_kept()
    {
        var (chief, officer, noon) = (Person.PoliceChief(region), Person.PermitOfficer(region), Asked.Noon());
        await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 3, hours: 1)), officer.Call);

        Assert.Equal("WATERLINE_ABOVE_PROMISED", await ChangeAsync(chief, noon, 6));
        Assert.Equal("INVALID_REQUEST", await Failure.ReasonAsync(chief.Ledger.ChangeWaterlineAsync(new(Change(noon, 5)) { Reason = "" }, chief.Call)));
        Assert.Equal(16, (await chief.Ledger.ChangeWaterlineAsync(Change(noon, 5), chief.Call)).BlockCount);

        Assert.Equal((5, 0), Assert.Single((await chief.Ledger.ListBlocksAsync(Asked.Blocks(noon, hours: 1), chief.Call)).Blocks.Select(block => (block.Waterline, block.Free)).Distinct()));
        Assert.Equal("carnaval", await region.OwnerAsync("select reason from waterline where function = 'noodhulp' and starts_at = $1", noon));
        await TakenAsync(noon, 1);
    }

    [Fact]
    public async Task Nobody_lowers_it_without_a_decision()
    {
        var (chief, planner, noon) = (Person.PoliceChief(region), Person.Planner(region), Asked.Noon());

        Assert.Equal("WATERLINE_LOWERED_BY_DECISION", await ChangeAsync(planner, noon, 3));
        Assert.Equal("WATERLINE_LOWERED_BY_DECISION", await ChangeAsync(chief, noon, 0));
        Assert.Equal("", await ChangeAsync(planner, noon, 4));
    }

    [Fact]
    public async Task What_is_short_already_hinders_no_change_that_makes_nothing_worse()
    {
        var (planner, officer, noon) = (Person.Planner(region), Person.PermitOfficer(region), Asked.Noon());
        await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 4)), officer.Call);
        await planner.Ledger.ReportStrengthAsync(new() { Parent = Response, StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(4).ToTimestamp(), Established = 6, RequestId = Asked.Id() }, planner.Call);

        Assert.Equal("WATERLINE_ABOVE_PROMISED", await ChangeAsync(planner, noon, 5));
        Assert.Equal("", await ChangeAsync(planner, noon, 4));
        await Given.DecidedAsync(region, await ToVoteAsync(planner, noon, 3));
        Assert.Equal((3, -1), await SeenAsync(planner, noon));
    }

    [Fact]
    public async Task The_driehoek_lowers_it_for_the_time_of_its_decision()
    {
        var (planner, noon) = (Person.Planner(region), Asked.Noon());
        var decision = await ToVoteAsync(planner, noon, 2);
        var effects = Assert.Single(decision.Option.Effects.Breaches);
        Assert.Equal((V1.OptionKind.LowerWaterline, "noodhulp", 2, 2, ""), (decision.Option.Kind, decision.Option.Function, decision.Option.Minimum, effects.Count, decision.Conflict));
        Assert.Equal([(V1.TriangleRole.Mayor, Asked.Team), (V1.TriangleRole.Prosecutor, Asked.Team), (V1.TriangleRole.PoliceChief, Asked.Team)], decision.Votes.Select(vote => (vote.Role, vote.Owner)));
        Assert.Equal((4, 4), await SeenAsync(planner, noon));

        var executed = await Given.DecidedAsync(region, decision);

        Assert.Equal(V1.DecisionState.Executed, executed.State);
        Assert.Equal((2, 6), await SeenAsync(planner, noon));
        Assert.Equal(4, (await planner.Ledger.ListBlocksAsync(Asked.Blocks(noon.AddHours(4), hours: 1), planner.Call)).Blocks[0].Waterline);
        Assert.Equal(Guid.Parse(decision.Name.Split('/')[^1]), await region.OwnerAsync("select decision from waterline where function = 'noodhulp' and starts_at = $1", noon));
        await TakenAsync(noon, 1);
    }

    [Fact]
    public async Task About_boas_their_mayor_lowers_it()
    {
        var (mayor, noon) = (Person.Mayor(region), Asked.Noon());
        var before = (await mayor.Ledger.ListBlocksAsync(Asked.Blocks(noon, Asked.Beek + "/functions/boa-1"), mayor.Call)).Blocks[0];

        var decision = await Given.ListedAsync(mayor, (await mayor.Triangle.ProposeWaterlineAsync(new(Proposal(noon, 0)) { Parent = Asked.Beek + "/functions/boa-1" }, mayor.Call)).Decision);
        await Given.VoteAsync(mayor, decision.Name, V1.TriangleRole.Mayor);

        Assert.Equal(before.Free + before.Waterline, (await mayor.Ledger.ListBlocksAsync(Asked.Blocks(noon, Asked.Beek + "/functions/boa-1"), mayor.Call)).Blocks[0].Free);
    }

    [Fact]
    public async Task What_is_proposed_wrongly_is_refused_with_its_reason()
    {
        var (planner, noon) = (Person.Planner(region), Asked.Noon());

        async Task<string> ProposeAsync(V1.ProposeWaterlineRequest proposal) => await Failure.ReasonAsync(planner.Triangle.ProposeWaterlineAsync(proposal, planner.Call));

        Assert.Equal("WATERLINE_NOT_LOWERED", await ProposeAsync(Proposal(noon, 4)));
        Assert.Equal("DECISION_VALIDITY_PAST", await ProposeAsync(new(Proposal(noon, 2)) { StartTime = noon.AddDays(-90).ToTimestamp(), EndTime = noon.AddDays(-80).ToTimestamp() }));
        Assert.Equal("FUNCTION_UNKNOWN", await ProposeAsync(new(Proposal(noon, 2)) { Parent = Asked.Team + "/functions/ruiters" }));
        Assert.Equal("INVALID_REQUEST", await ProposeAsync(new(Proposal(noon, 2)) { Motive = "" }));
        Assert.Equal("TENANT_NOT_YOURS", await Failure.ReasonAsync(Person.Mayor(region).Triangle.ProposeWaterlineAsync(Proposal(noon, 2), Person.Mayor(region).Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(Person.PermitOfficer(region).Triangle.ProposeWaterlineAsync(Proposal(noon, 2), Person.PermitOfficer(region).Call)));
    }

    [Fact]
    public async Task A_minimum_that_was_raised_meanwhile_is_proposed_anew()
    {
        var (planner, noon) = (Person.Planner(region), Asked.Noon());
        var decision = await ToVoteAsync(planner, noon, 3);
        await Given.VoteAsync(Person.Mayor(region), decision.Name, V1.TriangleRole.Mayor);
        await Given.VoteAsync(Person.Prosecutor(region), decision.Name, V1.TriangleRole.Prosecutor);
        Assert.Equal("", await ChangeAsync(planner, noon, 5));

        Assert.Equal("DECISION_OUTDATED", await Failure.ReasonAsync(Person.PoliceChief(region).Triangle.CastVoteAsync(Given.Ballot(decision.Name, V1.TriangleRole.PoliceChief), Person.PoliceChief(region).Call)));
        Assert.Equal(5, (await SeenAsync(planner, noon)).Waterline);
    }

    private static async Task<string> ChangeAsync(Person person, DateTimeOffset noon, int minimum) => await Failure.ReasonAsync(person.Ledger.ChangeWaterlineAsync(Change(noon, minimum), person.Call));

    private static V1.ChangeWaterlineRequest Change(DateTimeOffset noon, int minimum) => new()
    {
        Parent = Response, StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(4).ToTimestamp(), Minimum = minimum, Reason = "carnaval", RequestId = Asked.Id(),
    };

    private static V1.ProposeWaterlineRequest Proposal(DateTimeOffset noon, int minimum) => new()
    {
        Parent = Response, StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(4).ToTimestamp(), Minimum = minimum, Motive = "rustige avond", RequestId = Asked.Id(),
    };

    private static async Task<V1.Decision> ToVoteAsync(Person planner, DateTimeOffset noon, int minimum) =>
        await Given.ListedAsync(planner, (await planner.Triangle.ProposeWaterlineAsync(Proposal(noon, minimum), planner.Call)).Decision);

    private static async Task<(int Waterline, int Free)> SeenAsync(Person person, DateTimeOffset noon) =>
        Assert.Single((await person.Ledger.ListBlocksAsync(Asked.Blocks(noon), person.Call)).Blocks.Select(block => (block.Waterline, block.Free)).Distinct());

    private async Task TakenAsync(DateTimeOffset noon, long count)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while ((long)(await region.OwnerAsync("select count(*) from inbox where consumer = 'capacity-statistics' and message_id in (select message_id from outbox where aggregate in (select 'teams/' || tenant || '/functions/' || function || '/waterlines/' || id from waterline where function = 'noodhulp' and starts_at = $1))", noon) ?? 0L) < count)
            await Task.Delay(50, limit.Token);
    }
}

namespace Handhaving.Capacity.Tests.Service.Triangle;

/// <summary>A municipality and a team of which one shares nothing with the other: asking is agreeing that the team sees and decides what is asked of it, and nothing else. No other test asks this team.</summary>
public sealed class WithoutGrantTests(CapacityRegion region)
{
    private const string Brunssum = "municipalities/0899";
    private const string Team = "teams/brunssum-landgraaf";
    private const string Response = Team + "/functions/noodhulp";

    private Person Officer => new(region, region.Replica(0), "permit-officer-0899-01", "permit-officer", ["0899"], []);

    private Person Neighbour => new(region, region.Replica(0), "permit-officer-0882-01", "permit-officer", ["0882"], []);

    private Person Mayor => Person.Mayor(region, "0899");

    private Person Chief => new(region, region.Replica(0), "police-chief-bl-01", "police-chief", [], ["brunssum-landgraaf"]);

    [Fact]
    public async Task Its_requests_are_shown_told_and_decided_like_any_other()
    {
        await using var _ = await GrantWithdrawn.OfAsync(region, "0899", "brunssum-landgraaf");
        var noon = Asked.Noon();
        var asked = await AskAsync(Officer, V1.OnShortage.Decide, Line(noon, 6), Asked.Line(noon, 1, "boa-1", 4, Brunssum));

        var conflict = await Given.ConflictOfAsync(Chief, asked, Team);
        Assert.Equal((V1.ConflictState.Open, asked.Name), (conflict.State, Assert.Single(conflict.Competing).Reservation));
        Assert.Contains(conflict.Name, (await Chief.Triangle.ListConflictsAsync(new() { Parent = Team, OpenOnly = true, PageSize = 1000 }, Chief.Call)).Conflicts.Select(one => one.Name));
        Assert.Equal("0899,brunssum-landgraaf", await region.OwnerAsync("select string_agg(tenant, ',' order by tenant) from outbox where aggregate = $1", conflict.Name));
        await DecidedAsync(await Given.ToVoteAsync(Chief, conflict.Name, V1.OptionKind.Approve));

        Assert.Equal((V1.ReservationState.Confirmed, (0, 6, 2, -2)), ((await Given.SeenAsync(Officer, asked.Name)).State, await Given.CountAsync(Officer, noon, Response)));
        Assert.Equal(1, (await Given.CountAsync(Officer, noon, Brunssum + "/functions/boa-1")).Confirmed);
        Assert.Equal(1L, await region.OwnerAsync("select count(*) from audit_line where tenant = '0899' and line like '%CastVote%' and line like '%' || $1 || '%'", asked.Name));
    }

    [Fact]
    public async Task Its_promises_still_stand_among_those_that_compete_and_can_make_place()
    {
        var noon = Asked.Noon();
        var held = await AskAsync(Officer, V1.OnShortage.Reject, Line(noon, 4));
        var promised = (await Officer.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Asked.Id() }, Officer.Call)).Reservation;
        await using var _ = await GrantWithdrawn.OfAsync(region, "0899", "brunssum-landgraaf");

        var asked = await AskAsync(Neighbour, V1.OnShortage.Decide, Line(noon, 4));
        var conflict = await Given.ConflictOfAsync(Chief, asked, Team);
        Assert.Equal([asked.Name, promised.Name], conflict.Competing.Select(one => one.Reservation));
        var decision = await Given.ToVoteAsync(Chief, conflict.Name, V1.OptionKind.Displace);
        await Given.VoteAsync(Person.Mayor(region, "0882"), decision.Name, V1.TriangleRole.Mayor);
        await DecidedAsync(decision);

        Assert.Equal(V1.ReservationState.Displaced, (await Given.SeenAsync(Officer, promised.Name)).State);
        Assert.Equal((0, 4, 0, 0), await Given.CountAsync(Officer, noon, Response));
    }

    [Fact]
    public async Task Its_mayor_has_the_vote_about_its_case_also_when_the_team_shares_nothing_with_it_any_more()
    {
        var noon = Asked.Noon();
        var asked = await AskAsync(Officer, V1.OnShortage.Decide, Line(noon, 6));
        var conflict = (await Given.ConflictOfAsync(Chief, asked, Team)).Name;
        var other = (await Given.ConflictOfAsync(Chief, await AskAsync(Neighbour, V1.OnShortage.Decide, Line(noon.AddHours(6), 6)), Team)).Name;
        await using var _ = await GrantWithdrawn.OfAsync(region, "brunssum-landgraaf", "0899");
        var decision = await Given.ToVoteAsync(Chief, conflict, V1.OptionKind.Approve);

        Assert.Equal(V1.ConflictState.Open, (await Mayor.Triangle.GetConflictAsync(new() { Name = conflict }, Mayor.Call)).Conflict.State);
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(Mayor.Triangle.GetConflictAsync(new() { Name = other }, Mayor.Call)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(Mayor.Triangle.ListConflictsAsync(new() { Parent = Team }, Mayor.Call)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(Person.Mayor(region).Triangle.CastVoteAsync(Given.Ballot(decision.Name, V1.TriangleRole.Mayor), Person.Mayor(region).Call)));
        await DecidedAsync(decision);

        Assert.Equal(V1.ReservationState.Confirmed, (await Given.SeenAsync(Officer, asked.Name)).State);
        Assert.Equal(V1.DecisionState.Executed, (await Mayor.Triangle.GetDecisionAsync(new() { Name = decision.Name }, Mayor.Call)).Decision.State);
    }

    [Fact]
    public async Task Everything_else_of_it_stays_behind_the_wall()
    {
        await using var _ = await GrantWithdrawn.OfAsync(region, "0899", "brunssum-landgraaf");
        var noon = Asked.Noon();
        var asked = await AskAsync(Officer, V1.OnShortage.Decide, Line(noon, 6));
        var own = await AskAsync(Officer, V1.OnShortage.Reject, Asked.Line(noon, 1, "boa-1", 4, Brunssum));

        foreach (var name in new[] { asked.Name, own.Name }) Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(Chief.Reservations.GetReservationAsync(new() { Name = name }, Chief.Call)));
        Assert.DoesNotContain((await Chief.Reservations.ListReservationsAsync(new() { Parent = "municipalities/-", PageSize = 1000 }, Chief.Call)).Reservations, one => one.Name.StartsWith(Brunssum, StringComparison.Ordinal));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(Chief.Ledger.ListBlocksAsync(Asked.Blocks(noon, Brunssum + "/functions/boa-1"), Chief.Call)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(Chief.Triangle.ListConflictsAsync(new() { Parent = Brunssum }, Chief.Call)));
        Assert.Equal(1L, await SeenAsync("brunssum-landgraaf", noon, asked.Name));
        Assert.Equal(0L, await SeenAsync("brunssum-landgraaf", noon, own.Name));
        Assert.Equal(0L, await SeenAsync("westelijke-mijnstreek", noon, asked.Name));
        Assert.Equal(0L, await SeenAsync("", noon, asked.Name));
    }

    private static V1.ReservationLine Line(DateTimeOffset noon, int count) => Asked.Line(noon, count, "noodhulp", 4, Team);

    private static async Task<V1.CapacityReservation> AskAsync(Person officer, V1.OnShortage onShortage, params V1.ReservationLine[] lines) =>
        (await officer.Reservations.RequestDeploymentAsync(new(Asked.Request(Asked.Id(), 1, lines)) { Parent = $"municipalities/{officer.Municipality}", OnShortage = onShortage }, officer.Call)).Reservation;

    private async Task DecidedAsync(V1.Decision decision)
    {
        await Given.VoteAsync(Mayor, decision.Name, V1.TriangleRole.Mayor);
        await Given.VoteAsync(Person.Prosecutor(region), decision.Name, V1.TriangleRole.Prosecutor);
        Assert.Equal(V1.DecisionState.Executed, (await Given.VoteAsync(Chief, decision.Name, V1.TriangleRole.PoliceChief)).State);
    }

    private async Task<object?> SeenAsync(string owner, DateTimeOffset noon, string reservation) =>
        await region.OwnerAsync("select (select count(*) from claims_on($2, $3, null) where id = $4) from set_config('app.mun', $1, false)", owner, noon, noon.AddHours(4), Guid.Parse(reservation.Split('/')[^1]));
}

/// <summary>What a tenant shares with another, withdrawn for the length of a test.</summary>
internal sealed class GrantWithdrawn(CapacityRegion region, string tenant, string grantee) : IAsyncDisposable
{
    public static async Task<GrantWithdrawn> OfAsync(CapacityRegion region, string tenant, string grantee)
    {
        await region.OwnerAsync("update sharing_grant set revoked_at = now() where tenant = $1 and grantee = $2", tenant, grantee);
        return new(region, tenant, grantee);
    }

    public async ValueTask DisposeAsync() => await region.OwnerAsync("update sharing_grant set revoked_at = null where tenant = $1 and grantee = $2", tenant, grantee);
}

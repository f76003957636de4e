using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Capacity.Tests.Service.Triangle;

/// <summary>Decisions over the real door: proposed with their effects, voted on by all who must, and carried out by the last vote.</summary>
public sealed class DecisionTests(CapacityRegion region)
{
    [Fact]
    public async Task What_all_three_approve_goes_below_the_waterline_and_its_protection_returns_with_the_reservation()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var asked = await Given.ConflictAsync(officer, noon);
        var decision = await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, asked)).Name, V1.OptionKind.Approve);
        Assert.Equal([(V1.TriangleRole.Mayor, Asked.Beek), (V1.TriangleRole.Prosecutor, Asked.Team), (V1.TriangleRole.PoliceChief, Asked.Team)], decision.Votes.Select(vote => (vote.Role, vote.Owner)));

        var executed = await Given.DecidedAsync(region, decision);

        Assert.Equal((V1.DecisionState.Executed, 3), (executed.State, executed.Votes.Count(vote => vote.Stance is V1.Stance.For)));
        var confirmed = await Given.SeenAsync(officer, asked.Name);
        Assert.Equal((V1.ReservationState.Confirmed, decision.Name, 6), (confirmed.State, confirmed.Decision, confirmed.Lines[0].GivenCount));
        Assert.Equal((0, 6, 2, -2), await Given.CountAsync(officer, noon));

        await officer.Reservations.ReleaseReservationAsync(new() { Name = asked.Name, Etag = confirmed.Etag, Reason = "afgelast", RequestId = Asked.Id() }, officer.Call);
        Assert.Equal((0, 0, 0, 4), await Given.CountAsync(officer, noon));
    }

    [Fact]
    public async Task A_revision_of_what_was_approved_keeps_no_more_below_the_waterline_than_it_needs()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var asked = await Given.ConflictAsync(officer, noon);
        await Given.DecidedAsync(region, await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, asked)).Name, V1.OptionKind.Approve));

        var revised = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(asked.CaseId, 2, Asked.Line(noon, 5)), officer.Call)).Reservation;
        await officer.Reservations.ConfirmReservationAsync(new() { Name = revised.Name, Etag = revised.Etag, RequestId = Asked.Id() }, officer.Call);

        Assert.Equal((0, 5, 1, -1), await Given.CountAsync(officer, noon));
    }

    [Fact]
    public async Task What_was_promised_to_another_municipality_makes_place_only_when_its_mayor_votes_too_and_stands_in_the_register()
    {
        var (officer, planner, noon) = (Person.PermitOfficer(region), Person.Planner(region), Asked.Noon());
        var promised = await Given.PromiseAsync(planner, noon, 4);
        var asked = await Given.ConflictAsync(officer, noon, 3);
        var decision = await Given.ToVoteAsync(planner, (await Given.ConflictOfAsync(officer, asked)).Name, V1.OptionKind.Displace);
        await Given.VoteAsync(Person.Mayor(region), decision.Name, V1.TriangleRole.Mayor);
        await Given.VoteAsync(Person.Prosecutor(region), decision.Name, V1.TriangleRole.Prosecutor);
        Assert.Equal(V1.DecisionState.OnAgenda, (await Given.VoteAsync(Person.PoliceChief(region), decision.Name, V1.TriangleRole.PoliceChief)).State);
        Assert.Equal(V1.ReservationState.Confirmed, (await Given.SeenAsync(planner, promised.Name)).State);

        var executed = await Given.VoteAsync(Person.Mayor(region, "1883", 1), decision.Name, V1.TriangleRole.Mayor);

        var displaced = await Given.SeenAsync(planner, promised.Name);
        Assert.Equal((V1.DecisionState.Executed, V1.ReservationState.Displaced, decision.Name, V1.ReservationState.Confirmed), (executed.State, displaced.State, displaced.Decision, (await Given.SeenAsync(officer, asked.Name)).State));
        Assert.Equal((0, 3, 0, 1), await Given.CountAsync(officer, noon));
        Assert.Equal("ReservationDisplaced", await region.OwnerAsync("select substring(type from '[^.]+$') from outbox where tenant = '1883' and aggregate = $1 order by aggregate_sequence desc limit 1", promised.Name));
        Assert.Equal("0888,1883,westelijke-mijnstreek", await region.OwnerAsync("select string_agg(tenant, ',' order by tenant) from outbox where aggregate = $1 and type = 'Handhaving.Events.Capacity.TriangleDecided'", decision.Name));

        var register = (await Person.Mayor(region, "0971").Triangle.ListDecisionsAsync(new() { Parent = Asked.Team, NotDoneOnly = true, PageSize = 1000 }, Person.Mayor(region, "0971").Call)).Decisions.Single(one => one.Name == decision.Name);
        var notDone = Assert.Single(register.Option.Effects.NotDone);
        Assert.Equal((V1.NotDoneKind.Displaced, promised.Name, 4, "afgewogen tegen de prioriteiten"), (notDone.Kind, notDone.Reservation, notDone.Count, register.Motive));
    }

    [Fact]
    public async Task Of_a_reduced_request_what_is_free_is_promised_and_the_rest_stands_in_the_register()
    {
        var executed = await DecideAsync(V1.OptionKind.Reduce, (asked, free) => Assert.Equal((V1.ReservationState.Partial, 4, 0), (asked.State, asked.Lines[0].GivenCount, free)));

        Assert.Equal((V1.NotDoneKind.Reduced, 2), (Assert.Single(executed.Option.Effects.NotDone).Kind, executed.Option.Effects.NotDone[0].Count));
    }

    [Fact]
    public async Task Of_a_request_for_assistance_what_is_free_is_promised_and_the_team_that_is_asked_is_named_and_not_rostered()
    {
        var executed = await DecideAsync(V1.OptionKind.Assistance, (asked, free) => Assert.Equal((V1.ReservationState.Partial, 4, 0), (asked.State, asked.Lines[0].GivenCount, free)));

        Assert.Equal("Team Verkeer Limburg", executed.Option.AssistanceTeam);
    }

    [Fact]
    public async Task A_refused_request_gives_back_what_it_held() => await DecideAsync(V1.OptionKind.Refuse, (asked, free) => Assert.Equal((V1.ReservationState.Rejected, 0, 4), (asked.State, asked.Lines[0].GivenCount, free)));

    [Fact]
    public async Task A_moved_request_is_promised_at_the_same_hour_of_another_day()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1, "verkeer")), officer.Call);
        var asked = await Given.ConflictAsync(officer, noon, 2, "verkeer"); // no other test asks these

        var executed = await Given.DecidedAsync(region, await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, asked)).Name, V1.OptionKind.Move));

        var moved = await Given.SeenAsync(officer, asked.Name);
        Assert.Equal((V1.ReservationState.Confirmed, noon.ToTimestamp(), noon.AddSeconds(executed.Option.ShiftSeconds).ToTimestamp()), (moved.State, moved.Lines[0].AskedStartTime, moved.Lines[0].StartTime));
        Assert.NotEqual(0, executed.Option.ShiftSeconds);
    }

    [Fact]
    public async Task About_its_own_boas_the_mayor_decides_alone()
    {
        var (officer, mayor, noon) = (Person.PermitOfficer(region), Person.Mayor(region), Asked.Noon());
        var asked = await Given.ConflictAsync(officer, noon, 3, "boa-1", Asked.Beek);
        var decision = await Given.ToVoteAsync(mayor, (await Given.ConflictOfAsync(officer, asked, Asked.Beek)).Name, V1.OptionKind.Approve);

        var executed = await Given.VoteAsync(mayor, decision.Name, V1.TriangleRole.Mayor);

        Assert.Equal((V1.DecisionState.Executed, V1.ReservationState.Confirmed), (executed.State, (await Given.SeenAsync(officer, asked.Name)).State));
        Assert.Equal((0, 3, 1, -1), await Given.CountAsync(officer, noon, Asked.Beek + "/functions/boa-1"));
    }

    [Fact]
    public async Task About_boas_nobody_takes_back_police_and_the_mayor_whose_case_makes_place_votes_too()
    {
        var (planner, officer, mayor, noon) = (Person.Planner(region), Person.PermitOfficer(region), Person.Mayor(region), Asked.Noon());
        var mixed = (await planner.Reservations.RequestDeploymentAsync(new(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1, "boa-1", 4, Asked.Beek), Asked.Line(noon, 1))) { Parent = Given.Sittard }, planner.Call)).Reservation;
        var boas = (await planner.Reservations.RequestDeploymentAsync(new(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1, "boa-1", 4, Asked.Beek))) { Parent = Given.Sittard }, planner.Call)).Reservation;
        var conflict = (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon, 1, "boa-1", Asked.Beek), Asked.Beek)).Name;
        V1.ProposeDecisionRequest Displace(string name) => new(Given.Proposal(conflict, V1.OptionKind.Displace)) { Displaced = { name } };

        Assert.Equal("DISPLACES_POLICE", await Failure.ReasonAsync(mayor.Triangle.ProposeDecisionAsync(Displace(mixed.Name), mayor.Call)));
        var decision = await Given.ToVoteAsync(mayor, Displace(boas.Name));
        Assert.Equal(V1.DecisionState.OnAgenda, (await Given.VoteAsync(mayor, decision.Name, V1.TriangleRole.Mayor)).State);
        Assert.Equal(V1.DecisionState.Executed, (await Given.VoteAsync(Person.Mayor(region, "1883"), decision.Name, V1.TriangleRole.Mayor)).State);
    }

    [Fact]
    public async Task A_request_that_is_short_at_two_owners_is_promised_when_both_decided()
    {
        var (officer, mayor, noon) = (Person.PermitOfficer(region), Person.Mayor(region), Asked.Noon());
        var asked = (await officer.Reservations.RequestDeploymentAsync(Asked.ToDecide(Asked.Id(), 1, Asked.Line(noon, 3, "boa-1", 4, Asked.Beek), Asked.Line(noon, 6)), officer.Call)).Reservation;
        var ofTown = await Given.ToVoteAsync(mayor, (await Given.ConflictOfAsync(officer, asked, Asked.Beek)).Name, V1.OptionKind.Approve);
        await Given.VoteAsync(mayor, ofTown.Name, V1.TriangleRole.Mayor);
        Assert.Equal(V1.ReservationState.InConflict, (await Given.SeenAsync(officer, asked.Name)).State);

        await Given.DecidedAsync(region, await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, asked)).Name, V1.OptionKind.Reduce));

        var partial = await Given.SeenAsync(officer, asked.Name);
        Assert.Equal((V1.ReservationState.Partial, 3, 4), (partial.State, partial.Lines[0].GivenCount, partial.Lines[1].GivenCount));
        Assert.Equal((0, 3, 1, -1), await Given.CountAsync(officer, noon, Asked.Beek + "/functions/boa-1"));
    }

    [Fact]
    public async Task What_others_gave_goes_with_a_refusal_stands_in_the_register_and_they_are_told()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var asked = (await officer.Reservations.RequestDeploymentAsync(Asked.ToDecide(Asked.Id(), 1, Asked.Line(noon, 1, "boa-1", 4, "municipalities/0971"), Asked.Line(noon, 6)), officer.Call)).Reservation;

        var executed = await Given.DecidedAsync(region, await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, asked)).Name, V1.OptionKind.Refuse));

        Assert.Equal([(Asked.Team, 6), ("municipalities/0971", 1)], executed.Option.Effects.NotDone.Select(one => (one.Owner, one.Count)));
        Assert.Equal("0888,0971,westelijke-mijnstreek", await region.OwnerAsync("select string_agg(tenant, ',' order by tenant) from outbox where aggregate = $1 and type = 'Handhaving.Events.Capacity.TriangleDecided'", executed.Name));
        Assert.Equal(0, (await Given.CountAsync(officer, noon, "municipalities/0971/functions/boa-1")).Held);
    }

    [Fact]
    public async Task Assistance_for_all_of_it_promises_nobody()
    {
        var (officer, planner, noon) = (Person.PermitOfficer(region), Person.Planner(region), Asked.Noon());
        await Given.PromiseAsync(planner, noon, 4);
        var asked = await Given.ConflictAsync(officer, noon, 3);

        await Given.DecidedAsync(region, await Given.ToVoteAsync(planner, (await Given.ConflictOfAsync(officer, asked)).Name, V1.OptionKind.Assistance));

        Assert.Equal((V1.ReservationState.Rejected, 0), ((await Given.SeenAsync(officer, asked.Name)).State, asked.Lines[0].GivenCount));
    }

    [Fact]
    public async Task A_retry_of_the_last_vote_is_answered_as_the_first_was()
    {
        var (officer, chief, noon) = (Person.PermitOfficer(region), Person.PoliceChief(region), Asked.Noon());
        var decision = await Given.ToVoteAsync(chief, (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon))).Name, V1.OptionKind.Refuse);
        await Given.VoteAsync(Person.Mayor(region), decision.Name, V1.TriangleRole.Mayor);
        await Given.VoteAsync(Person.Prosecutor(region), decision.Name, V1.TriangleRole.Prosecutor);
        var ballot = Given.Ballot(decision.Name, V1.TriangleRole.PoliceChief);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(number => Person.PoliceChief(region, number).Triangle.CastVoteAsync(ballot, chief.Call).ResponseAsync));

        Assert.All(answers, answer => Assert.Equal((V1.DecisionState.Executed, answers[0].Decision.Etag), (answer.Decision.State, answer.Decision.Etag)));
    }

    [Fact]
    public async Task What_strength_no_longer_covers_is_let_go_until_it_is_given_back()
    {
        var (planner, officer, noon) = (Person.Planner(region), Person.PermitOfficer(region), Asked.Noon());
        var promised = await Given.PromiseAsync(officer, noon, 4, Asked.Beek);
        await planner.Ledger.ReportStrengthAsync(new() { Parent = Asked.Team + "/functions/noodhulp", StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(4).ToTimestamp(), Established = 6, RequestId = Asked.Id() }, planner.Call);
        var conflict = (await officer.Triangle.ListConflictsAsync(new() { Parent = Asked.Team, OpenOnly = true, PageSize = 1000 }, officer.Call)).Conflicts.Single(one => one.Reservation.Length == 0 && one.Shortages[0].StartTime == noon.ToTimestamp());

        var decision = await Given.ToVoteAsync(planner, conflict.Name, V1.OptionKind.Approve);
        Assert.Contains((V1.TriangleRole.Mayor, Asked.Team), decision.Votes.Select(vote => (vote.Role, vote.Owner)));
        await Given.DecidedAsync(region, decision);

        Assert.Equal((0, 4, 2, -2), await Given.CountAsync(officer, noon));
        Assert.Equal(V1.ConflictState.Ended, (await officer.Triangle.GetConflictAsync(new() { Name = conflict.Name }, officer.Call)).Conflict.State);
        var kept = await Given.SeenAsync(officer, promised.Name);
        await officer.Reservations.ReleaseReservationAsync(new() { Name = kept.Name, Etag = kept.Etag, Reason = "afgelast", RequestId = Asked.Id() }, officer.Call);
        Assert.Equal((0, 0, 0, 2), await Given.CountAsync(officer, noon));
    }

    [Fact]
    public async Task A_vote_against_is_changed_until_the_decision_is_taken_and_who_voted_stands_in_the_chain()
    {
        var (officer, chief, noon) = (Person.PermitOfficer(region), Person.PoliceChief(region), Asked.Noon());
        var decision = await Given.ToVoteAsync(chief, (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon))).Name, V1.OptionKind.Refuse);
        await Given.VoteAsync(chief, decision.Name, V1.TriangleRole.PoliceChief, V1.Stance.Against);
        await Given.VoteAsync(Person.Mayor(region), decision.Name, V1.TriangleRole.Mayor);
        var open = await Given.VoteAsync(Person.Prosecutor(region), decision.Name, V1.TriangleRole.Prosecutor);
        Assert.Equal((V1.DecisionState.OnAgenda, V1.Stance.Against), (open.State, open.Votes.Single(vote => vote.Role is V1.TriangleRole.PoliceChief).Stance));

        var executed = await Given.VoteAsync(chief, decision.Name, V1.TriangleRole.PoliceChief);

        Assert.Equal(V1.DecisionState.Executed, executed.State);
        Assert.Equal(executed, (await officer.Triangle.GetDecisionAsync(new() { Name = decision.Name }, officer.Call)).Decision);
        var lines = (await Person.Auditor(region).Audit.ListEntriesAsync(new() { Parent = Asked.Team, Object = decision.Name, PageSize = 100 }, Person.Auditor(region).Call)).Entries;
        Assert.Equal(["police-chief-wm-01", "police-chief-wm-01", "police-chief-wm-01", "mayor-0888-01", "prosecutor-01", "police-chief-wm-01", "permit-officer-0888-01"], lines.Select(line => line.Actor));
    }

    private async Task<V1.Decision> DecideAsync(V1.OptionKind kind, Action<V1.CapacityReservation, int> check)
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var asked = await Given.ConflictAsync(officer, noon);
        var executed = await Given.DecidedAsync(region, await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, asked)).Name, kind));
        Assert.Equal(V1.DecisionState.Executed, executed.State);
        check(await Given.SeenAsync(officer, asked.Name), (await Given.CountAsync(officer, noon)).Free);
        return executed;
    }
}

using Google.Protobuf.WellKnownTypes;
using Npgsql;

namespace Handhaving.Capacity.Tests.Service.Triangle;

/// <summary>Each refusal of a decision over the real door; nothing is written by any.</summary>
public sealed class DecisionRefusalTests(CapacityRegion region)
{
    [Fact]
    public async Task What_is_proposed_wrongly_is_refused_with_its_reason()
    {
        var (officer, chief, planner, noon) = (Person.PermitOfficer(region), Person.PoliceChief(region), Person.Planner(region), Asked.Noon());
        var promised = await Given.PromiseAsync(planner, noon.AddHours(6), 1);
        var conflict = (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon, 9))).Name;

        async Task<string> ProposeAsync(V1.ProposeDecisionRequest proposal) => await Failure.ReasonAsync(chief.Triangle.ProposeDecisionAsync(proposal, chief.Call));

        Assert.Equal("OPTION_NOT_FEASIBLE", await ProposeAsync(Given.Proposal(conflict, V1.OptionKind.Approve)));
        Assert.Equal("NOT_COMPETING", await ProposeAsync(new(Given.Proposal(conflict, V1.OptionKind.Displace)) { Displaced = { promised.Name } }));
        Assert.Equal("OPTION_NOT_ABOUT_CONFLICT", await ProposeAsync(Given.Proposal(conflict, V1.OptionKind.LowerWaterline)));
        Assert.Equal("DISPLACED_NOT_FOR_OPTION", await ProposeAsync(new(Given.Proposal(conflict, V1.OptionKind.Refuse)) { Displaced = { promised.Name } }));
        Assert.Equal("ASSISTANCE_TEAM_MISSING", await ProposeAsync(new(Given.Proposal(conflict, V1.OptionKind.Assistance)) { AssistanceTeam = "" }));
        Assert.Equal("ASSISTANCE_TEAM_MISSING", await ProposeAsync(new(Given.Proposal(conflict, V1.OptionKind.Refuse)) { AssistanceTeam = "Team Verkeer" }));
        Assert.Equal("INTERVAL_EMPTY", await ProposeAsync(new(Given.Proposal(conflict, V1.OptionKind.Refuse)) { EndTime = noon.AddYears(-1).ToTimestamp() }));
        Assert.Equal("INTERVAL_TOO_LONG", await ProposeAsync(new(Given.Proposal(conflict, V1.OptionKind.Refuse)) { EndTime = noon.AddYears(2).ToTimestamp() }));
        Assert.Equal("DECISION_VALIDITY_PAST", await ProposeAsync(new(Given.Proposal(conflict, V1.OptionKind.Refuse)) { StartTime = noon.AddDays(-90).ToTimestamp(), EndTime = noon.AddDays(-80).ToTimestamp() }));
        Assert.Equal("INVALID_REQUEST", await ProposeAsync(new(Given.Proposal(conflict, V1.OptionKind.Refuse)) { Motive = "" }));
        Assert.Equal("NOT_FOUND", await ProposeAsync(Given.Proposal($"{Asked.Team}/conflicts/{Asked.Id()}", V1.OptionKind.Refuse)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(officer.Triangle.ProposeDecisionAsync(Given.Proposal(conflict, V1.OptionKind.Refuse), officer.Call)));
        Assert.Equal("TENANT_NOT_YOURS", await Failure.ReasonAsync(Person.Mayor(region).Triangle.ProposeDecisionAsync(Given.Proposal(conflict, V1.OptionKind.Refuse), Person.Mayor(region).Call)));
    }

    [Fact]
    public async Task A_decision_goes_from_draft_to_agenda_to_its_end_and_no_other_way()
    {
        var (officer, chief, mayor, noon) = (Person.PermitOfficer(region), Person.PoliceChief(region), Person.Mayor(region), Asked.Noon());
        var conflict = (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon))).Name;
        var draft = (await chief.Triangle.ProposeDecisionAsync(Given.Proposal(conflict, V1.OptionKind.Refuse), chief.Call)).Decision;

        Assert.Equal("DECISION_NOT_ON_AGENDA", await Failure.ReasonAsync(mayor.Triangle.CastVoteAsync(Given.Ballot(draft.Name, V1.TriangleRole.Mayor), mayor.Call)));
        Assert.Equal("ETAG_MISMATCH", await Failure.ReasonAsync(chief.Triangle.PutOnAgendaAsync(new() { Name = draft.Name, Etag = "\"9\"", RequestId = Asked.Id() }, chief.Call)));
        var listed = (await chief.Triangle.PutOnAgendaAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = Asked.Id() }, chief.Call)).Decision;
        Assert.Equal("DECISION_NOT_DRAFT", await Failure.ReasonAsync(chief.Triangle.PutOnAgendaAsync(new() { Name = draft.Name, Etag = listed.Etag, RequestId = Asked.Id() }, chief.Call)));
        Assert.Equal("ETAG_MISMATCH", await Failure.ReasonAsync(chief.Triangle.WithdrawDecisionAsync(new() { Name = draft.Name, Etag = draft.Etag, Reason = "vervallen", RequestId = Asked.Id() }, chief.Call)));
        var withdrawn = (await chief.Triangle.WithdrawDecisionAsync(new() { Name = draft.Name, Etag = listed.Etag, Reason = "vervallen", RequestId = Asked.Id() }, chief.Call)).Decision;
        Assert.Equal((V1.DecisionState.Withdrawn, "vervallen"), (withdrawn.State, withdrawn.WithdrawReason));
        Assert.Equal("DECISION_ENDED", await Failure.ReasonAsync(chief.Triangle.WithdrawDecisionAsync(new() { Name = draft.Name, Etag = withdrawn.Etag, Reason = "nog eens", RequestId = Asked.Id() }, chief.Call)));
    }

    [Fact]
    public async Task Who_has_no_seat_has_no_vote()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var decision = (await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon))).Name, V1.OptionKind.Refuse)).Name;

        async Task<string> VoteAsync(Person voter, V1.TriangleRole role) => await Failure.ReasonAsync(voter.Triangle.CastVoteAsync(Given.Ballot(decision, role), voter.Call));

        Assert.Equal("SEAT_NOT_YOURS", await VoteAsync(Person.Mayor(region, "0971"), V1.TriangleRole.Mayor)); // no case of Stein is asked or displaced
        Assert.Equal("SEAT_NOT_YOURS", await VoteAsync(Person.Mayor(region), V1.TriangleRole.PoliceChief));
        Assert.Equal("SEAT_NOT_YOURS", await VoteAsync(Person.PoliceChief(region), V1.TriangleRole.Mayor));
        Assert.Equal("NOT_FOUND", await VoteAsync(Person.Mayor(region, "0882"), V1.TriangleRole.Mayor));
        Assert.Equal("PERMISSION_MISSING", await VoteAsync(Person.Planner(region), V1.TriangleRole.Mayor));
    }

    [Fact]
    public async Task A_decision_lets_go_and_takes_back_only_within_its_validity()
    {
        var (officer, chief, planner, noon) = (Person.PermitOfficer(region), Person.PoliceChief(region), Person.Planner(region), Asked.Noon());
        await Given.PromiseAsync(planner, noon, 4);
        var conflict = (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon, 3))).Name;

        V1.ProposeDecisionRequest For(V1.OptionKind kind, double from, double until) => new(Given.Proposal(conflict, kind)) { StartTime = noon.AddHours(from).ToTimestamp(), EndTime = noon.AddHours(until).ToTimestamp() };
        async Task<string> ProposeAsync(V1.OptionKind kind, double from, double until) => await Failure.ReasonAsync(chief.Triangle.ProposeDecisionAsync(For(kind, from, until), chief.Call));

        foreach (var kind in new[] { V1.OptionKind.Approve, V1.OptionKind.Displace })
        {
            Assert.Equal("DECISION_VALIDITY_SHORT", await ProposeAsync(kind, 0.25, 4));
            Assert.Equal("DECISION_VALIDITY_SHORT", await ProposeAsync(kind, 0, 3.75));
            Assert.Equal("DECISION_VALIDITY_SHORT", await ProposeAsync(kind, 5, 6));
        }
        Assert.Equal("", await ProposeAsync(V1.OptionKind.Refuse, 5, 6)); // lets nothing go
        var decision = await Given.ToVoteAsync(chief, For(V1.OptionKind.Approve, 0, 4));
        await Given.DecidedAsync(region, decision);

        var listed = (await officer.Triangle.ListDecisionsAsync(new() { Parent = Asked.Team, PageSize = 1000 }, officer.Call)).Decisions.Single(one => one.Name == decision.Name);
        var breach = Assert.Single(listed.Option.Effects.Breaches);
        Assert.Equal((listed.StartTime, listed.EndTime, noon.ToTimestamp()), (breach.StartTime, breach.EndTime, listed.StartTime));
    }

    [Fact]
    public async Task One_person_takes_one_seat_however_many_roles_it_has()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var everybody = new Person(region, region.Replica(0), "all-in-one-01", ["mayor", "prosecutor", "police-chief"], ["0888"], ["westelijke-mijnstreek"]);
        var decision = await Given.ToVoteAsync(everybody, (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon))).Name, V1.OptionKind.Refuse);
        await Given.VoteAsync(everybody, decision.Name, V1.TriangleRole.Mayor);

        foreach (var role in new[] { V1.TriangleRole.Prosecutor, V1.TriangleRole.PoliceChief })
            Assert.Equal("SEAT_OF_SAME_PERSON", await Failure.ReasonAsync(everybody.Triangle.CastVoteAsync(Given.Ballot(decision.Name, role), everybody.Call)));
        var changed = await Given.VoteAsync(everybody, decision.Name, V1.TriangleRole.Mayor, V1.Stance.Against);

        Assert.Equal([V1.Stance.Against, V1.Stance.Unspecified, V1.Stance.Unspecified], changed.Votes.Select(vote => vote.Stance));
    }

    [Fact]
    public async Task A_decision_whose_effects_became_worse_is_refused_and_changes_nothing()
    {
        var (officer, planner, noon) = (Person.PermitOfficer(region), Person.Planner(region), Asked.Noon());
        var asked = await Given.ConflictAsync(officer, noon);
        var decision = await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, asked)).Name, V1.OptionKind.Approve);
        await Given.VoteAsync(Person.Mayor(region), decision.Name, V1.TriangleRole.Mayor);
        await Given.VoteAsync(Person.PoliceChief(region), decision.Name, V1.TriangleRole.PoliceChief);
        await planner.Ledger.ReportStrengthAsync(new() { Parent = Asked.Team + "/functions/noodhulp", StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(4).ToTimestamp(), Established = 7, RequestId = Asked.Id() }, planner.Call);

        Assert.Equal("DECISION_OUTDATED", await Failure.ReasonAsync(Person.Mayor(region).Triangle.CastVoteAsync(Given.Ballot(decision.Name, V1.TriangleRole.Mayor), Person.Mayor(region).Call))); // whoever votes for it learns it
        Assert.Equal("DECISION_OUTDATED", await Failure.ReasonAsync(Person.Prosecutor(region).Triangle.CastVoteAsync(Given.Ballot(decision.Name, V1.TriangleRole.Prosecutor), Person.Prosecutor(region).Call)));

        Assert.Equal(V1.ReservationState.InConflict, (await Given.SeenAsync(officer, asked.Name)).State);
        Assert.Equal(2, (await officer.Triangle.GetDecisionAsync(new() { Name = decision.Name }, officer.Call)).Decision.Votes.Count(vote => vote.Stance is V1.Stance.For));
        Assert.Equal((4, 0, 0, -1), await Given.CountAsync(officer, noon));
    }

    [Fact]
    public async Task Nothing_is_decided_about_what_is_over()
    {
        var (officer, chief, noon) = (Person.PermitOfficer(region), Person.PoliceChief(region), Asked.Noon());
        var asked = await Given.ConflictAsync(officer, noon);
        var conflict = (await Given.ConflictOfAsync(officer, asked)).Name;
        var decision = await Given.ToVoteAsync(chief, conflict, V1.OptionKind.Refuse);
        await officer.Reservations.ReleaseReservationAsync(new() { Name = asked.Name, Etag = asked.Etag, Reason = "afgelast", RequestId = Asked.Id() }, officer.Call);

        Assert.Equal("CONFLICT_ENDED", await Failure.ReasonAsync(chief.Triangle.CastVoteAsync(Given.Ballot(decision.Name, V1.TriangleRole.PoliceChief), chief.Call)));
        Assert.Equal("CONFLICT_ENDED", await Failure.ReasonAsync(chief.Triangle.ProposeDecisionAsync(Given.Proposal(conflict, V1.OptionKind.Refuse), chief.Call)));
    }

    [Fact]
    public async Task The_database_lets_nothing_below_the_waterline_without_a_decision_of_the_owner_of_the_block()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var draft = await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon))).Name, V1.OptionKind.Approve);

        foreach (var decision in new[] { draft.Name.Split('/')[^1], Asked.Id() })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => region.OwnerAsync("""
                select move_blocks(array['westelijke-mijnstreek'], array['noodhulp'], array[$1::timestamptz], array[5], array[0], array[1], $2)
                from set_config('app.mun_read', 'westelijke-mijnstreek', false)
                """, noon, Guid.Parse(decision)));
            Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        }
    }
}

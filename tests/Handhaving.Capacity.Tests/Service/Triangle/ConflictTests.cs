using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Capacity.Tests.Service.Triangle;

/// <summary>Conflicts over the real door: raised, shown to all whom they concern with all that compete, and over by themselves.</summary>
public sealed class ConflictTests(CapacityRegion region)
{
    private const string Motor = Asked.Team + "/functions/motor";

    [Fact]
    public async Task A_request_that_is_short_holds_what_there_is_and_all_that_compete_are_shown_to_all_whom_it_concerns()
    {
        var (officer, planner, noon) = (Person.PermitOfficer(region), Person.Planner(region), Asked.Noon());
        var promised = await Given.PromiseAsync(planner, noon, 3);

        var asked = (await officer.Reservations.RequestDeploymentAsync(Asked.ToDecide(Asked.Id(), 1, Asked.Line(noon, 2, "boa-1", 4, Asked.Beek), Asked.Line(noon, 4)), officer.Call)).Reservation;

        Assert.Equal((V1.ReservationState.InConflict, Asked.Beek, "", Asked.Team), (asked.State, asked.Lines[0].GrantedOwner, asked.Lines[1].GrantedOwner, asked.Lines[1].AwaitedOwner));
        Assert.Equal((2, 0, 0, 0), await Given.CountAsync(officer, noon, Asked.Beek + "/functions/boa-1"));
        Assert.Equal((1, (1, 3, 0, 0)), (asked.Lines[1].KeptCount, await Given.CountAsync(officer, noon)));
        foreach (var reader in new[] { officer, planner, Person.Mayor(region), Person.Mayor(region, "1883"), Person.Prosecutor(region), Person.PoliceChief(region) })
        {
            var conflict = await Given.ConflictOfAsync(reader, asked);
            Assert.Equal((V1.ConflictState.Open, "permit-officer-0888-01", 3), (conflict.State, conflict.RaisedBy, Assert.Single(conflict.Shortages).Missing));
            Assert.Equal([(asked.Name, 4), (promised.Name, 3)], conflict.Competing.Select(one => (one.Reservation, one.Count)));
            Assert.Equal([V1.OptionKind.Approve, V1.OptionKind.Displace, V1.OptionKind.Reduce, V1.OptionKind.Move, V1.OptionKind.Refuse, V1.OptionKind.Assistance], conflict.Options.Select(option => option.Kind));
        }
    }

    [Fact]
    public async Task Each_option_is_shown_with_its_effects_before_anybody_votes()
    {
        var (officer, planner, noon) = (Person.PermitOfficer(region), Person.Planner(region), Asked.Noon());
        var promised = await Given.PromiseAsync(planner, noon, 3);

        var options = (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon, 4))).Options.ToDictionary(option => option.Kind, option => option.Effects);

        var breach = Assert.Single(options[V1.OptionKind.Approve].Breaches);
        Assert.Equal((3, "noodhulp", noon.ToTimestamp(), noon.AddHours(4).ToTimestamp()), (breach.Count, breach.Function, breach.StartTime, breach.EndTime));
        Assert.Equal([promised.Name], options[V1.OptionKind.Displace].Displaced);
        Assert.Equal((4, 1, 3), (options[V1.OptionKind.Reduce].AskedCount, options[V1.OptionKind.Reduce].GivenCount, options[V1.OptionKind.Reduce].NotGivenCount));
        Assert.Equal(4, options[V1.OptionKind.Move].GivenCount);
        Assert.Equal((0, V1.NotDoneKind.Refused), (options[V1.OptionKind.Refuse].GivenCount, Assert.Single(options[V1.OptionKind.Refuse].NotDone).Kind));
        Assert.Equal((1, V1.NotDoneKind.Reduced), (options[V1.OptionKind.Assistance].GivenCount, Assert.Single(options[V1.OptionKind.Assistance].NotDone).Kind));
        Assert.All(options.Values, effects => Assert.Equal(V1.OptionObstacle.Unspecified, effects.Obstacle));
        var weights = options[V1.OptionKind.Approve].Priorities;
        Assert.Equal((1.0, 16.0), (Math.Round(weights.Sum(theme => theme.Weight), 9), Math.Round(weights.Sum(theme => theme.Hours), 9))); // four people for four hours
        Assert.Equal("other", weights[^1].Theme);
        Assert.Equal((4.0, 4.0, 0.0), (Taken(V1.OptionKind.Displace), Taken(V1.OptionKind.Reduce), Taken(V1.OptionKind.Refuse))); // three make place

        double Taken(V1.OptionKind kind) => Math.Round(options[kind].Priorities.Sum(theme => theme.Hours), 9);
    }

    [Fact]
    public async Task Hours_of_community_officers_are_a_shown_cost_and_more_people_than_there_are_cannot_be_approved()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());

        var community = (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon, 5, "wijkagent"))).Options[0].Effects;
        var beside = (await officer.Reservations.RequestDeploymentAsync(Asked.ToDecide(Asked.Id(), 1, Asked.Line(noon.AddHours(5), 1, "wijkagent"), Asked.Line(noon.AddHours(5), 6)), officer.Call)).Reservation;
        Assert.Equal((4.0, 4.0), (beside.DistrictHours, (await Given.ConflictOfAsync(officer, beside)).Options[0].Effects.DistrictHours));
        var beyond = (await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon, 9))).Options[0].Effects;

        Assert.Equal((20.0, V1.OptionObstacle.Unspecified), (community.DistrictHours, community.Obstacle));
        Assert.Equal(V1.OptionObstacle.BeyondStrength, beyond.Obstacle);
    }

    [Fact]
    public async Task A_conflict_ends_by_itself_when_its_request_is_given_back_revised_or_expires()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var (released, revised, expired) = (await Given.ConflictAsync(officer, noon), await Given.ConflictAsync(officer, noon), await Given.ConflictAsync(officer, noon));
        V1.Conflict[] conflicts = [await Given.ConflictOfAsync(officer, released), await Given.ConflictOfAsync(officer, revised), await Given.ConflictOfAsync(officer, expired)];

        await officer.Reservations.ReleaseReservationAsync(new() { Name = released.Name, Etag = released.Etag, Reason = "afgelast", RequestId = Asked.Id() }, officer.Call);
        Assert.Equal(V1.ReservationState.Held, (await officer.Reservations.RequestDeploymentAsync(Asked.ToDecide(revised.CaseId, 2, Asked.Line(noon, 2)), officer.Call)).Reservation.State);
        await region.OwnerAsync("update reservation set hold_until = now() - interval '1 second', body = jsonb_set(body, '{holdUntil}', to_jsonb(now() - interval '1 second')) where id = $1", Guid.Parse(expired.Name.Split('/')[^1]));
        await region.SweepHoldsAsync();

        Assert.Equal((V1.ReservationState.Released, V1.ReservationState.Expired), ((await Given.SeenAsync(officer, revised.Name)).State, (await Given.SeenAsync(officer, expired.Name)).State));
        foreach (var conflict in conflicts)
        {
            var seen = (await officer.Triangle.GetConflictAsync(new() { Name = conflict.Name }, officer.Call)).Conflict;
            Assert.Equal((V1.ConflictState.Ended, 0), (seen.State, seen.Options.Count));
        }
        Assert.Empty((await officer.Triangle.ListConflictsAsync(new() { Parent = Asked.Team, OpenOnly = true, PageSize = 1000 }, officer.Call)).Conflicts.Select(conflict => conflict.Name).Intersect(conflicts.Select(conflict => conflict.Name)));
    }

    [Fact]
    public async Task What_waits_for_a_decision_is_held_for_longer_and_not_confirmed()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var asked = await Given.ConflictAsync(officer, noon);

        Assert.Equal("RESERVATION_NOT_HELD", await Failure.ReasonAsync(officer.Reservations.ConfirmReservationAsync(new() { Name = asked.Name, Etag = asked.Etag, RequestId = Asked.Id() }, officer.Call)));
        var longer = (await officer.Reservations.ExtendHoldAsync(new() { Name = asked.Name, Etag = asked.Etag, HoldUntilTime = DateTimeOffset.UtcNow.AddDays(30).ToTimestamp(), RequestId = Asked.Id() }, officer.Call)).Reservation;

        Assert.Equal((V1.ReservationState.InConflict, 2), (longer.State, int.Parse(longer.Etag.Trim('"'), System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_case_that_asks_for_more_keeps_its_hold_until_that_is_decided_and_has_it_back_when_it_is_refused_or_given_up()
    {
        var (officer, noon, caseId) = (Person.PermitOfficer(region), Asked.Noon(), Asked.Id());
        var first = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(caseId, 1, Asked.Line(noon, 3)), officer.Call)).Reservation;

        var second = (await officer.Reservations.RequestDeploymentAsync(new(Asked.ToDecide(caseId, 2, Asked.Line(noon, 6))) { HoldSeconds = 30 * 86400 }, officer.Call)).Reservation;

        Assert.Equal((V1.ReservationState.InConflict, 4, (4, 0, 0, 0)), (second.State, second.Lines[0].KeptCount, await Given.CountAsync(officer, noon)));
        var beneath = await Given.SeenAsync(officer, first.Name);
        Assert.Equal((V1.ReservationState.Held, second.HoldUntilTime), (beneath.State, beneath.HoldUntilTime)); // for at least as long
        Assert.Equal("LATER_VERSION_HELD", await Failure.ReasonAsync(officer.Reservations.ReleaseReservationAsync(new() { Name = first.Name, Etag = beneath.Etag, Reason = "weg", RequestId = Asked.Id() }, officer.Call)));
        await Given.DecidedAsync(region, await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, second)).Name, V1.OptionKind.Refuse));
        Assert.Equal((3, 0, 0, 1), await Given.CountAsync(officer, noon));

        var third = (await officer.Reservations.RequestDeploymentAsync(Asked.ToDecide(caseId, 3, Asked.Line(noon, 6)), officer.Call)).Reservation;
        var confirmed = (await officer.Reservations.ConfirmReservationAsync(new() { Name = first.Name, Etag = beneath.Etag, RequestId = Asked.Id() }, officer.Call)).Reservation;
        Assert.Equal((V1.ReservationState.Confirmed, (1, 3, 0, 0)), (confirmed.State, await Given.CountAsync(officer, noon)));
        await officer.Reservations.ReleaseReservationAsync(new() { Name = third.Name, Etag = third.Etag, Reason = "toch niet", RequestId = Asked.Id() }, officer.Call);
        Assert.Equal((0, 3, 0, 1), await Given.CountAsync(officer, noon));

        var fourth = (await officer.Reservations.RequestDeploymentAsync(Asked.ToDecide(caseId, 4, Asked.Line(noon, 6)), officer.Call)).Reservation;
        await Given.DecidedAsync(region, await Given.ToVoteAsync(Person.PoliceChief(region), (await Given.ConflictOfAsync(officer, fourth)).Name, V1.OptionKind.Approve));
        Assert.Equal((V1.ReservationState.Released, (0, 6, 2, -2)), ((await Given.SeenAsync(officer, first.Name)).State, await Given.CountAsync(officer, noon)));
    }

    [Fact]
    public async Task A_request_for_what_is_there_in_part_gets_that_when_it_so_asks()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());

        var held = (await officer.Reservations.RequestDeploymentAsync(new(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 3), Asked.Line(noon, 3))) { OnShortage = V1.OnShortage.Partial }, officer.Call)).Reservation;
        var confirmed = (await officer.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Asked.Id() }, officer.Call)).Reservation;

        Assert.Equal((V1.ReservationState.Held, V1.ReservationState.Partial), (held.State, confirmed.State));
        Assert.Equal([3, 0], confirmed.Lines.Select(line => line.GivenCount));
        Assert.Equal("3", await region.OwnerAsync("select body::jsonb ->> 'missing' from outbox where aggregate = $1 and type = 'Handhaving.Events.Capacity.ReservationHeld'", held.Name));
    }

    [Fact]
    public async Task Nobody_is_asked_to_decide_about_people_it_does_not_share()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());

        var rejected = (await officer.Reservations.RequestDeploymentAsync(Asked.ToDecide(Asked.Id(), 1, Asked.Line(noon, 1, "noodhulp", 4, "teams/brunssum-landgraaf")), officer.Call)).Reservation;

        Assert.Equal(V1.ReservationState.Rejected, rejected.State);
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(officer.Triangle.ListConflictsAsync(new() { Parent = "teams/brunssum-landgraaf" }, officer.Call)));
    }

    [Fact]
    public async Task Strength_that_drops_below_what_is_promised_raises_a_conflict_once_and_ends_it_when_people_are_back()
    {
        var (planner, officer, noon) = (Person.Planner(region), Person.PermitOfficer(region), Asked.Noon());
        await planner.Ledger.ReportStrengthAsync(Report(noon, 4, 0), planner.Call);
        var held = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 3, "motor")), officer.Call)).Reservation;

        await planner.Ledger.ReportStrengthAsync(Report(noon, 4, 2), planner.Call);
        await planner.Ledger.ReportStrengthAsync(Report(noon, 4, 3), planner.Call);

        var conflict = Assert.Single(await DropsAsync(planner, noon));
        var shown = (await officer.Triangle.GetConflictAsync(new() { Name = conflict.Name }, officer.Call)).Conflict;
        Assert.Equal((V1.ConflictState.Open, "", held.Name), (shown.State, shown.Reservation, Assert.Single(shown.Competing).Reservation));
        Assert.Equal([V1.OptionObstacle.BeyondStrength, 0, V1.OptionObstacle.NothingAsked, V1.OptionObstacle.NothingAsked, V1.OptionObstacle.NothingAsked, V1.OptionObstacle.NothingAsked], shown.Options.Select(option => option.Effects.Obstacle));

        await planner.Ledger.ReportStrengthAsync(Report(noon, 4, 0), planner.Call);
        Assert.Equal(V1.ConflictState.Ended, Assert.Single(await DropsAsync(planner, noon)).State);
    }

    [Fact]
    public async Task Strength_below_the_waterline_is_a_conflict_too_when_nobody_is_promised_and_ends_by_a_decision_or_when_people_are_back()
    {
        var (planner, noon) = (Person.Planner(region), Asked.Noon());
        V1.ReportStrengthRequest Response(int there) => new(Report(noon, there, 0)) { Parent = Asked.Team + "/functions/noodhulp", RequestId = Asked.Id() };
        async Task<IReadOnlyList<V1.Conflict>> DropsAsync() =>
            [.. (await planner.Triangle.ListConflictsAsync(new() { Parent = Asked.Team, PageSize = 1000 }, planner.Call)).Conflicts.Where(one => one.Reservation.Length == 0 && one.Shortages[0].Function == "noodhulp" && one.Shortages[0].StartTime == noon.ToTimestamp())];

        Assert.Equal(1, Assert.Single((await planner.Ledger.ReportStrengthAsync(Response(3), planner.Call)).Shortages).Missing);
        var first = Assert.Single(await DropsAsync());
        await planner.Ledger.ReportStrengthAsync(Response(4), planner.Call);
        Assert.Equal((V1.ConflictState.Open, V1.ConflictState.Ended), (first.State, Assert.Single(await DropsAsync()).State));

        await planner.Ledger.ReportStrengthAsync(Response(2), planner.Call);
        var second = (await planner.Triangle.GetConflictAsync(new() { Name = (await DropsAsync())[0].Name }, planner.Call)).Conflict;
        Assert.Equal(2, Assert.Single(second.Options[0].Effects.Breaches).Count);
        Assert.Equal(V1.OptionObstacle.NotFree, second.Options[1].Effects.Obstacle);
        await Given.DecidedAsync(region, await Given.ToVoteAsync(planner, second.Name, V1.OptionKind.Approve));
        await planner.Ledger.ReportStrengthAsync(Response(2), planner.Call);
        Assert.Equal(V1.ConflictState.Ended, Assert.Single(await DropsAsync()).State);
    }

    [Fact]
    public async Task Strength_that_drops_in_two_stretches_is_one_conflict_open_as_long_as_one_of_its_blocks_is_short()
    {
        var (planner, officer, noon) = (Person.Planner(region), Person.PermitOfficer(region), Asked.Noon());
        await planner.Ledger.ReportStrengthAsync(Report(noon, 4, 0), planner.Call);
        await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 3, "motor", 1), Asked.Line(noon.AddHours(3), 3, "motor", 1)), officer.Call);

        await planner.Ledger.ReportStrengthAsync(Report(noon, 4, 2), planner.Call);
        var conflict = Assert.Single(await DropsAsync(planner, noon));
        await planner.Ledger.ReportStrengthAsync(Report(noon, 4, 0), planner.Call);
        await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon.AddHours(1.5), 3, "motor", 0.5)), officer.Call);
        await planner.Ledger.ReportStrengthAsync(new(Report(noon, 4, 3)) { StartTime = noon.AddHours(1.5).ToTimestamp(), EndTime = noon.AddHours(2).ToTimestamp() }, planner.Call);

        // What lies between its stretches is not of the first conflict: the list and the conflict itself say the same.
        Assert.Equal(V1.ConflictState.Ended, (await officer.Triangle.GetConflictAsync(new() { Name = conflict.Name }, officer.Call)).Conflict.State);
        Assert.Equal(V1.ConflictState.Ended, (await DropsAsync(planner, noon)).Single(one => one.Name == conflict.Name).State);
    }

    [Fact]
    public async Task Each_owner_of_a_case_is_told_and_every_fact_is_taken()
    {
        var (officer, planner, noon) = (Person.PermitOfficer(region), Person.Planner(region), Asked.Noon());
        await Given.PromiseAsync(planner, noon, 3);
        var conflict = await Given.ConflictOfAsync(officer, await Given.ConflictAsync(officer, noon, 4));

        Assert.Equal("0888,1883,westelijke-mijnstreek", await region.OwnerAsync("select string_agg(tenant, ',' order by tenant) from outbox where aggregate = $1 and type = 'Handhaving.Events.Capacity.ConflictRaised'", conflict.Name));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while ((long)(await region.OwnerAsync("select count(*) from inbox where consumer = 'capacity-statistics' and message_id in (select message_id from outbox where aggregate = $1)", conflict.Name) ?? 0L) < 3)
            await Task.Delay(50, limit.Token);
    }

    private static async Task<IReadOnlyList<V1.Conflict>> DropsAsync(Person reader, DateTimeOffset noon) =>
        [.. (await reader.Triangle.ListConflictsAsync(new() { Parent = Asked.Team, PageSize = 1000 }, reader.Call)).Conflicts.Where(one => one.Reservation.Length == 0 && one.Shortages[0].Function == "motor" && one.Shortages[0].StartTime == noon.ToTimestamp())];

    private static V1.ReportStrengthRequest Report(DateTimeOffset noon, int established, int sick) => new()
    {
        Parent = Motor, StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(4).ToTimestamp(), Established = established, RequestId = Asked.Id(),
        Losses = { sick > 0 ? [new V1.StrengthLoss { Layer = V1.StrengthLayer.Deployable, Cause = "short-sick", Count = sick }] : Array.Empty<V1.StrengthLoss>() },
    };
}

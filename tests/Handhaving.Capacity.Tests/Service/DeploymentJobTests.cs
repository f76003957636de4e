using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Capacity.Tests.Service;

/// <summary>The permit officer's job over the real door: ask, confirm, revise, give back; what is promised is counted in each block.</summary>
public sealed class DeploymentJobTests(CapacityRegion region)
{
    [Fact]
    public async Task What_is_asked_is_held_confirmed_and_given_back_and_each_block_says_so()
    {
        var (officer, noon, caseId) = (Person.PermitOfficer(region), Asked.Noon(), Asked.Id());

        var held = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(caseId, 1, Asked.Line(noon, 3), Asked.Line(noon, 2, "boa-1", 4, Asked.Beek)), officer.Call)).Reservation;
        Assert.Equal(V1.ReservationState.Held, held.State);
        Assert.Equal([Asked.Team, Asked.Beek], held.Lines.Select(line => line.GrantedOwner));
        Assert.Equal((3, 0, 1), await CountAsync(officer, noon));

        var confirmed = (await officer.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Asked.Id() }, officer.Call)).Reservation;
        Assert.Equal(V1.ReservationState.Confirmed, confirmed.State);
        Assert.Equal((0, 3, 1), await CountAsync(officer, noon));

        var released = (await officer.Reservations.ReleaseReservationAsync(new() { Name = held.Name, Etag = confirmed.Etag, Reason = "afgelast", RequestId = Asked.Id() }, officer.Call)).Reservation;
        Assert.Equal((V1.ReservationState.Released, "afgelast"), (released.State, released.ReleaseReason));
        Assert.Equal((0, 0, 4), await CountAsync(officer, noon));
        Assert.Equal(released, (await officer.Reservations.GetReservationAsync(new() { Name = held.Name }, officer.Call)).Reservation);
    }

    [Fact]
    public async Task What_is_not_there_is_rejected_whole_with_what_stands_in_the_way()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());

        var rejected = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1, "boa-1", 4, Asked.Beek), Asked.Line(noon, 6)), officer.Call)).Reservation;

        Assert.Equal(V1.ReservationState.Rejected, rejected.State);
        Assert.All(rejected.Lines, line => Assert.Empty(line.GrantedOwner));
        var shortage = Assert.Single(rejected.Lines[1].Shortages);
        Assert.Equal((2, V1.ShortageCause.Waterline, noon.ToTimestamp(), noon.AddHours(4).ToTimestamp()), (shortage.Missing, shortage.Cause, shortage.StartTime, shortage.EndTime));
        Assert.Equal((0, 0, 4), await CountAsync(officer, noon));
    }

    [Fact]
    public async Task A_revision_is_judged_as_if_the_former_hold_were_free_and_takes_its_place()
    {
        var (officer, noon, caseId) = (Person.PermitOfficer(region), Asked.Noon(), Asked.Id());
        var first = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(caseId, 1, Asked.Line(noon, 3)), officer.Call)).Reservation;

        var second = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(caseId, 2, Asked.Line(noon, 4)), officer.Call)).Reservation;

        Assert.Equal(V1.ReservationState.Held, second.State);
        Assert.Equal(V1.ReservationState.Released, (await officer.Reservations.GetReservationAsync(new() { Name = first.Name }, officer.Call)).Reservation.State);
        Assert.Equal((4, 0, 0), await CountAsync(officer, noon));
    }

    [Fact]
    public async Task A_confirmed_promise_stays_until_its_revision_is_confirmed()
    {
        var (officer, noon, caseId) = (Person.PermitOfficer(region), Asked.Noon(), Asked.Id());
        var first = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(caseId, 1, Asked.Line(noon, 2)), officer.Call)).Reservation;
        await officer.Reservations.ConfirmReservationAsync(new() { Name = first.Name, Etag = first.Etag, RequestId = Asked.Id() }, officer.Call);

        var second = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(caseId, 2, Asked.Line(noon, 3)), officer.Call)).Reservation;
        Assert.Equal((1, 2, 1), await CountAsync(officer, noon));

        await officer.Reservations.ConfirmReservationAsync(new() { Name = second.Name, Etag = second.Etag, RequestId = Asked.Id() }, officer.Call);
        Assert.Equal((0, 3, 1), await CountAsync(officer, noon));
        Assert.Equal(V1.ReservationState.Released, (await officer.Reservations.GetReservationAsync(new() { Name = first.Name }, officer.Call)).Reservation.State);
    }

    [Fact]
    public async Task A_second_owner_that_would_do_gives_the_people_when_the_first_has_none()
    {
        var (planner, noon) = (Person.Planner(region), Asked.Noon());

        var held = (await planner.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 2, "boa-1", 4, Asked.Beek, "municipalities/1883"), Asked.Line(noon, 2, "boa-1", 4, Asked.Beek, "municipalities/1883")), planner.Call)).Reservation;

        Assert.Equal([Asked.Beek, "municipalities/1883"], held.Lines.Select(line => line.GrantedOwner));
    }

    [Fact]
    public async Task A_hold_ends_when_its_time_is_over_and_is_never_revived()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var held = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 4)), officer.Call)).Reservation;
        await region.OwnerAsync("""
            update reservation set hold_until = now() - interval '1 second', body = jsonb_set(body, '{holdUntil}', to_jsonb(now() - interval '1 second')) where id = $1
            """, Guid.Parse(held.Name.Split('/')[^1]));

        Assert.Equal("HOLD_EXPIRED", await Failure.ReasonAsync(officer.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Asked.Id() }, officer.Call)));
        await region.SweepHoldsAsync();

        Assert.Equal(V1.ReservationState.Expired, (await officer.Reservations.GetReservationAsync(new() { Name = held.Name }, officer.Call)).Reservation.State);
        Assert.Equal((0, 0, 4), await CountAsync(officer, noon));
        Assert.Equal("HOLD_EXPIRED", await Failure.ReasonAsync(officer.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Asked.Id() }, officer.Call)));
    }

    [Fact]
    public async Task A_hold_ends_with_what_it_is_for_however_long_it_was_held()
    {
        var (officer, now) = (Person.PermitOfficer(region), DateTimeOffset.UtcNow);
        var line = Asked.Line(now, 1);
        line.EndTime = now.AddSeconds(2).ToTimestamp();
        var held = (await officer.Reservations.RequestDeploymentAsync(new(Asked.Request(Asked.Id(), 1, line)) { HoldSeconds = 30 * 86400 }, officer.Call)).Reservation;
        Assert.Equal(V1.ReservationState.Held, held.State);

        var ended = held;
        while (ended.State is V1.ReservationState.Held)
        {
            await region.SweepHoldsAsync();
            ended = (await officer.Reservations.GetReservationAsync(new() { Name = held.Name }, officer.Call)).Reservation;
        }

        Assert.Equal(V1.ReservationState.Expired, ended.State);
        Assert.InRange(ended.HoldUntilTime.ToDateTimeOffset(), now.AddSeconds(2), now.AddSeconds(60));
        Assert.Equal("HOLD_EXPIRED", await Failure.ReasonAsync(officer.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Asked.Id() }, officer.Call)));
        Assert.Equal("HOLD_EXPIRED", await Failure.ReasonAsync(officer.Reservations.ExtendHoldAsync(new() { Name = held.Name, Etag = held.Etag, HoldUntilTime = now.AddDays(60).ToTimestamp(), RequestId = Asked.Id() }, officer.Call)));
    }

    [Fact]
    public async Task Holds_that_cannot_be_ended_stand_in_nobodys_way()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        await region.OwnerAsync("""
            insert into reservation (tenant, id, case_id, case_version, state, hold_until, owners, starts_at, ends_at, awaits, version, body)
            select '9999', gen_random_uuid(), 'unreadable-' || n, 1, 1, now() - interval '1 hour', '{}', now(), now() + interval '1 hour', '{}', 1, '{}' from generate_series(1, 230) n
            """);
        var held = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 4)), officer.Call)).Reservation;
        await region.OwnerAsync("update reservation set hold_until = now() - interval '1 second', body = jsonb_set(body, '{holdUntil}', to_jsonb(now() - interval '1 second')) where id = $1", Guid.Parse(held.Name.Split('/')[^1]));

        await region.SweepHoldsAsync();
        await region.OwnerAsync("delete from reservation where case_id like 'unreadable-%'");

        Assert.Equal((0, 0, 4), await CountAsync(officer, noon));
    }

    [Fact]
    public async Task The_same_request_is_answered_as_before_by_its_id_and_by_its_case_and_version()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var request = Asked.Request(Asked.Id(), 1, Asked.Line(noon, 2));
        var first = await officer.Reservations.RequestDeploymentAsync(request, officer.Call);

        var repeated = await officer.Reservations.RequestDeploymentAsync(request, officer.Call);
        var anew = await officer.Reservations.RequestDeploymentAsync(new(request) { RequestId = Asked.Id() }, officer.Call);

        Assert.Equal(first, repeated);
        Assert.Equal(first, anew);
        Assert.Equal((2, 0, 2), await CountAsync(officer, noon));
    }

    // Held, confirmed and free of the first block of noodhulp, the same in all of the four hours.
    private static async Task<(int Held, int Confirmed, int Free)> CountAsync(Person person, DateTimeOffset noon)
    {
        var blocks = (await person.Ledger.ListBlocksAsync(Asked.Blocks(noon), person.Call)).Blocks;
        Assert.Equal(16, blocks.Count);
        return Assert.Single(blocks.Select(block => (block.Held, block.Confirmed, block.Free)).Distinct());
    }
}

using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Capacity.Tests.Service;

/// <summary>Each refusal over the real door; nothing is written by any.</summary>
public sealed class RefusalTests(CapacityRegion region)
{
    [Fact]
    public async Task What_is_asked_wrongly_is_refused_with_its_reason()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());

        async Task<string> AskAsync(V1.ReservationLine line, int hold = 0) => await Failure.ReasonAsync(officer.Reservations.RequestDeploymentAsync(new(Asked.Request(Asked.Id(), 1, line)) { HoldSeconds = hold }, officer.Call));

        Assert.Equal("FUNCTION_UNKNOWN", await AskAsync(Asked.Line(noon, 1, "ruiters")));
        Assert.Equal("FUNCTION_NOT_OF_OWNER", await AskAsync(Asked.Line(noon, 1, "noodhulp", 4, Asked.Beek)));
        Assert.Equal("INTERVAL_EMPTY", await AskAsync(Asked.Line(noon, 1, hours: 0)));
        Assert.Equal("INTERVAL_TOO_LONG", await AskAsync(Asked.Line(noon, 1, hours: 24 * 15)));
        Assert.Equal("INTERVAL_OUT_OF_REACH", await AskAsync(Asked.Line(noon.AddYears(900), 1)));
        Assert.Equal("DEPLOYMENT_IN_PAST", await AskAsync(Asked.Line(noon.AddDays(-90), 1)));
        Assert.Equal("HOLD_TOO_SHORT", await AskAsync(Asked.Line(noon, 1), 59));
        Assert.Equal("HOLD_TOO_LONG", await AskAsync(Asked.Line(noon, 1), 7_776_001));
        Assert.Equal("INVALID_REQUEST", await AskAsync(Asked.Line(noon, 0)));
        Assert.Equal("TOO_MANY_BLOCKS", await Failure.ReasonAsync(officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, [.. new[] { "noodhulp", "motor", "verkeer", "voetbal" }.Select(function => Asked.Line(noon, 1, function, 24 * 14))]), officer.Call)));
    }

    [Fact]
    public async Task A_case_asks_one_thing_per_version_and_never_an_older_one()
    {
        var (officer, noon, caseId) = (Person.PermitOfficer(region), Asked.Noon(), Asked.Id());
        await officer.Reservations.RequestDeploymentAsync(Asked.Request(caseId, 2, Asked.Line(noon, 1)), officer.Call);

        Assert.Equal("CASE_VERSION_REUSED", await Failure.ReasonAsync(officer.Reservations.RequestDeploymentAsync(Asked.Request(caseId, 2, Asked.Line(noon, 2)), officer.Call)));
        Assert.Equal("CASE_VERSION_OLD", await Failure.ReasonAsync(officer.Reservations.RequestDeploymentAsync(Asked.Request(caseId, 1, Asked.Line(noon, 1)), officer.Call)));
    }

    [Fact]
    public async Task An_act_names_the_version_it_saw_and_what_ended_takes_none()
    {
        var (officer, noon, caseId) = (Person.PermitOfficer(region), Asked.Noon(), Asked.Id());
        var held = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(caseId, 1, Asked.Line(noon, 1)), officer.Call)).Reservation;
        var longer = (await officer.Reservations.ExtendHoldAsync(new() { Name = held.Name, Etag = held.Etag, HoldUntilTime = held.HoldUntilTime.ToDateTimeOffset().AddDays(1).ToTimestamp(), RequestId = Asked.Id() }, officer.Call)).Reservation;

        Assert.Equal("ETAG_MISMATCH", await Failure.ReasonAsync(officer.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Asked.Id() }, officer.Call)));
        Assert.Equal("HOLD_TOO_SHORT", await Failure.ReasonAsync(officer.Reservations.ExtendHoldAsync(new() { Name = held.Name, Etag = longer.Etag, HoldUntilTime = held.HoldUntilTime, RequestId = Asked.Id() }, officer.Call)));

        var confirmed = (await officer.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = longer.Etag, RequestId = Asked.Id() }, officer.Call)).Reservation;
        Assert.Equal("RESERVATION_NOT_HELD", await Failure.ReasonAsync(officer.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = confirmed.Etag, RequestId = Asked.Id() }, officer.Call)));

        await officer.Reservations.RequestDeploymentAsync(Asked.Request(caseId, 2, Asked.Line(noon, 2)), officer.Call);
        Assert.Equal("LATER_VERSION_HELD", await Failure.ReasonAsync(officer.Reservations.ReleaseReservationAsync(new() { Name = held.Name, Etag = confirmed.Etag, Reason = "weg", RequestId = Asked.Id() }, officer.Call)));

        var rejected = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 900)), officer.Call)).Reservation;
        Assert.Equal("RESERVATION_ENDED", await Failure.ReasonAsync(officer.Reservations.ReleaseReservationAsync(new() { Name = rejected.Name, Etag = rejected.Etag, Reason = "weg", RequestId = Asked.Id() }, officer.Call)));
    }

    [Fact]
    public async Task What_is_past_is_not_confirmed()
    {
        var (officer, noon) = (Person.PermitOfficer(region), Asked.Noon());
        var held = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1)), officer.Call)).Reservation;
        await region.OwnerAsync("update reservation set body = jsonb_set(body, '{lines,0,interval}', '{\"start\": \"2026-01-01T12:00:00+00:00\", \"end\": \"2026-01-01T16:00:00+00:00\"}') where id = $1", Guid.Parse(held.Name.Split('/')[^1]));

        Assert.Equal("DEPLOYMENT_OVER", await Failure.ReasonAsync(officer.Reservations.ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Asked.Id() }, officer.Call)));
    }

    [Fact]
    public async Task More_lost_than_there_is_is_refused()
    {
        var (planner, noon) = (Person.Planner(region), Asked.Noon());
        var report = new V1.ReportStrengthRequest
        {
            Parent = Asked.Team + "/functions/motor", StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(1).ToTimestamp(), Established = 2, RequestId = Asked.Id(),
            Losses = { new V1.StrengthLoss { Layer = V1.StrengthLayer.Staffed, Cause = "vacancy", Count = 3 } },
        };

        Assert.Equal("STRENGTH_NEGATIVE", await Failure.ReasonAsync(planner.Ledger.ReportStrengthAsync(report, planner.Call)));
    }

    [Fact]
    public async Task What_another_team_keeps_is_not_found_and_gives_nobody()
    {
        var (officer, stranger, noon) = (Person.PermitOfficer(region), Person.PlannerOfLandgraaf(region), Asked.Noon());
        var held = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1)), officer.Call)).Reservation;

        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(stranger.Reservations.GetReservationAsync(new() { Name = held.Name }, stranger.Call)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(stranger.Ledger.ListBlocksAsync(Asked.Blocks(noon), stranger.Call)));
        Assert.Equal("NOT_FOUND", await Failure.ReasonAsync(stranger.Reservations.ReleaseReservationAsync(new() { Name = held.Name, Etag = held.Etag, Reason = "weg", RequestId = Asked.Id() }, stranger.Call)));
        Assert.Empty((await stranger.Reservations.ListReservationsAsync(new() { Parent = "municipalities/-", CaseId = held.CaseId }, stranger.Call)).Reservations);

        var elsewhere = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1, "noodhulp", 4, "teams/brunssum-landgraaf")), officer.Call)).Reservation;
        Assert.Equal(V1.ShortageCause.StrengthUnknown, Assert.Single(elsewhere.Lines[0].Shortages).Cause);
    }

    [Fact]
    public async Task A_partner_of_the_team_reads_and_changes_nothing()
    {
        var (officer, chief, noon) = (Person.PermitOfficer(region), Person.PoliceChief(region), Asked.Noon());
        var held = (await officer.Reservations.RequestDeploymentAsync(Asked.Request(Asked.Id(), 1, Asked.Line(noon, 1)), officer.Call)).Reservation;

        Assert.Equal(held, (await chief.Reservations.GetReservationAsync(new() { Name = held.Name }, chief.Call)).Reservation);
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(chief.Reservations.ReleaseReservationAsync(new() { Name = held.Name, Etag = held.Etag, Reason = "weg", RequestId = Asked.Id() }, chief.Call)));
        Assert.Equal("PERMISSION_MISSING", await Failure.ReasonAsync(officer.Ledger.ReportStrengthAsync(new() { Parent = Asked.Team + "/functions/motor", StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(1).ToTimestamp(), RequestId = Asked.Id() }, officer.Call)));
        Assert.Equal(held, Assert.Single((await chief.Reservations.ListReservationsAsync(new() { Parent = "municipalities/-", CaseId = held.CaseId, LiveOnly = true }, chief.Call)).Reservations));
    }
}

using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.V1;

namespace Handhaving.EndToEnd.Tests;

/// <summary>A permit officer asks for more police than there is, and the driehoek of the team decides, all through the gateway.</summary>
public sealed class TriangleTests(Platform platform)
{
    private const string Team = "teams/westelijke-mijnstreek";

    [Fact]
    public async Task A_request_that_is_short_is_approved_below_the_waterline_by_mayor_prosecutor_and_chief()
    {
        var officer = await platform.AsAsync("permit-officer-beek");
        var chief = new TriangleService.TriangleServiceClient(await platform.AsAsync("police-chief-wm"));
        var mayor = new TriangleService.TriangleServiceClient(await platform.AsAsync("mayor-beek"));
        var prosecutor = new TriangleService.TriangleServiceClient(await platform.AsAsync("prosecutor"));
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(24).AddHours(18);

        var asked = (await new ReservationService.ReservationServiceClient(officer).RequestDeploymentAsync(new()
        {
            Parent = "municipalities/0888", CaseId = "kermis-2027", CaseVersion = 1, RequestId = Job.NewId(), OnShortage = OnShortage.Decide,
            Lines = { new ReservationLine { Owners = { Team }, Function = "noodhulp", Count = 6, StartTime = start.ToTimestamp(), EndTime = start.AddHours(6).ToTimestamp() } },
        }, Job.Call)).Reservation;
        var listed = (await mayor.ListConflictsAsync(new() { Parent = Team, OpenOnly = true }, Job.Call)).Conflicts.Single(conflict => conflict.Reservation == asked.Name);
        var approve = (await mayor.GetConflictAsync(new() { Name = listed.Name }, Job.Call)).Conflict.Options.Single(option => option.Kind is OptionKind.Approve);
        var draft = (await chief.ProposeDecisionAsync(new()
        {
            Conflict = listed.Name, Kind = OptionKind.Approve, StartTime = start.ToTimestamp(), EndTime = start.AddDays(1).ToTimestamp(), Motive = "kermis gaat voor", RequestId = Job.NewId(),
        }, Job.Call)).Decision;
        await chief.PutOnAgendaAsync(new() { Name = draft.Name, Etag = draft.Etag, RequestId = Job.NewId() }, Job.Call);
        await mayor.CastVoteAsync(Vote(draft, TriangleRole.Mayor), Job.Call);
        await prosecutor.CastVoteAsync(Vote(draft, TriangleRole.Prosecutor), Job.Call);
        var executed = (await chief.CastVoteAsync(Vote(draft, TriangleRole.PoliceChief), Job.Call)).Decision;

        Assert.Equal((ReservationState.InConflict, 2, DecisionState.Executed), (asked.State, Assert.Single(approve.Effects.Breaches).Count, executed.State));
        Assert.Equal(ReservationState.Confirmed, (await new ReservationService.ReservationServiceClient(officer).GetReservationAsync(new() { Name = asked.Name }, Job.Call)).Reservation.State);
    }

    private static CastVoteRequest Vote(Decision decision, TriangleRole role) => new() { Name = decision.Name, Role = role, Stance = Stance.For, Motive = "akkoord", RequestId = Job.NewId() };
}

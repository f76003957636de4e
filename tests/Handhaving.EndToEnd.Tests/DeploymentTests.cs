using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.V1;

namespace Handhaving.EndToEnd.Tests;

/// <summary>A permit officer of Beek asks for police through the gateway, and the chief of the team sees it.</summary>
public sealed class DeploymentTests(Platform platform)
{
    private const string Team = "teams/westelijke-mijnstreek";

    [Fact]
    public async Task A_permit_officer_holds_police_and_boas_for_an_event_and_the_team_sees_what_is_left()
    {
        var officer = await platform.AsAsync("permit-officer-beek");
        var chief = await platform.AsAsync("police-chief-wm");
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(20).AddHours(18);

        var held = (await new ReservationService.ReservationServiceClient(officer).RequestDeploymentAsync(new()
        {
            Parent = "municipalities/0888", CaseId = "carnaval-2027", CaseVersion = 1, RequestId = Job.NewId(),
            Lines = { Line(start, Team, "noodhulp", 3), Line(start, "municipalities/0888", "boa-1", 2) },
        }, Job.Call)).Reservation;
        var confirmed = (await new ReservationService.ReservationServiceClient(officer).ConfirmReservationAsync(new() { Name = held.Name, Etag = held.Etag, RequestId = Job.NewId() }, Job.Call)).Reservation;

        Assert.Equal((ReservationState.Held, ReservationState.Confirmed), (held.State, confirmed.State));
        var blocks = (await new LedgerService.LedgerServiceClient(chief).ListBlocksAsync(new() { Parent = Team + "/functions/noodhulp", StartTime = start.ToTimestamp(), EndTime = start.AddHours(6).ToTimestamp(), PageSize = 100 }, Job.Call)).Blocks;
        Assert.Equal(24, blocks.Count);
        Assert.All(blocks, block => Assert.Equal((8, 4, 3, 1), (block.Plannable, block.Waterline, block.Confirmed, block.Free)));
        Assert.Equal(new(confirmed) { Staffing = DeploymentStaffing.Open }, (await new ReservationService.ReservationServiceClient(chief).GetReservationAsync(new() { Name = held.Name }, Job.Call)).Reservation);
    }

    private static ReservationLine Line(DateTimeOffset start, string owner, string function, int count) =>
        new() { Owners = { owner }, Function = function, Count = count, StartTime = start.ToTimestamp(), EndTime = start.AddHours(6).ToTimestamp() };
}

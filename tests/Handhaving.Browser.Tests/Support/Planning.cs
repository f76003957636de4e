using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.V1;

namespace Handhaving.Browser.Tests.Support;

/// <summary>What others ask and decide about people, beside the screens.</summary>
internal static class Planning
{
    public const string Team = "teams/westelijke-mijnstreek";

    /// <summary>So many days ahead by the Dutch calendar.</summary>
    public static DateOnly Day(int ahead) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Europe/Amsterdam").DateTime).AddDays(ahead);

    /// <summary>A permit officer of Beek asks for people of the team from 19:00 to 22:00.</summary>
    /// <returns>Name of the reservation.</returns>
    public static async Task<string> AskAsync(this ControlRoom room, string caseId, string function, int count, DateOnly day, OnShortage onShortage = OnShortage.Reject)
    {
        var start = Moment(day, 19);
        var request = new RequestDeploymentRequest
        {
            Parent = "municipalities/0888", CaseId = caseId, CaseVersion = 1, OnShortage = onShortage, RequestId = ControlRoom.NewId(),
            Lines = { new ReservationLine { Owners = { Team }, Function = function, Count = count, StartTime = start.ToTimestamp(), EndTime = start.AddHours(3).ToTimestamp() } },
        };
        return (await new ReservationService.ReservationServiceClient(await room.AsAsync("permit-officer-beek")).RequestDeploymentAsync(request, ControlRoom.Call)).Reservation.Name;
    }

    /// <summary>Somebody votes for a decision.</summary>
    public static async Task VoteAsync(this ControlRoom room, string persona, string decision, TriangleRole role) =>
        await new TriangleService.TriangleServiceClient(await room.AsAsync(persona)).CastVoteAsync(new() { Name = decision, Role = role, Stance = Stance.For, Motive = "akkoord", RequestId = ControlRoom.NewId() }, ControlRoom.Call);

    /// <summary>An hour of a day by the clock in the Netherlands.</summary>
    public static DateTimeOffset Moment(DateOnly day, int hour)
    {
        var local = day.ToDateTime(new TimeOnly(hour, 0));
        return new(local, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam").GetUtcOffset(local));
    }
}

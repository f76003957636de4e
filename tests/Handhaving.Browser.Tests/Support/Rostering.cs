using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.V1;
using Date = Google.Type.Date;

namespace Handhaving.Browser.Tests.Support;

/// <summary>Rosters of the BOAs of Beek, made beside the screens by their planner.</summary>
internal static class Rostering
{
    public const string Owner = "municipalities/0888";

    /// <summary>The Monday so many weeks ahead by the Dutch calendar.</summary>
    public static DateOnly Monday(int weeks) => Planning.Day(0).AddDays((7 * weeks) - (((int)Planning.Day(0).DayOfWeek + 6) % 7));

    /// <summary>A draft over a week with these shifts.</summary>
    public static async Task<Roster> DraftAsync(this ControlRoom room, DateOnly monday, params RosterShift[] shifts)
    {
        var rosters = await room.RostersAsync();
        var draft = (await rosters.CreateRosterAsync(new() { Parent = Owner, Roster = new() { StaffTeam = "boa", FirstDay = WireDate(monday), LastDay = WireDate(monday.AddDays(6)) }, RequestId = ControlRoom.NewId() }, ControlRoom.Call)).Roster;
        return await room.ChangeAsync(draft, shifts);
    }

    /// <summary>Somebody else adds shifts.</summary>
    public static async Task<Roster> ChangeAsync(this ControlRoom room, Roster roster, params RosterShift[] shifts) =>
        (await (await room.RostersAsync()).ChangeShiftsAsync(new() { Name = roster.Name, Etag = roster.Etag, Shifts = { shifts }, RequestId = ControlRoom.NewId() }, ControlRoom.Call)).Roster;

    /// <param name="officer">Number of the BOA, from 1.</param>
    public static RosterShift Shift(int officer, DateOnly day, int hour, int hours = 8)
    {
        var start = Planning.Moment(day, hour);
        return new() { Officer = $"{Owner}/officers/officer-0888-{officer:00}", Function = "boa-1", StartTime = start.ToTimestamp(), EndTime = start.AddHours(hours).ToTimestamp() };
    }

    private static async Task<RosterService.RosterServiceClient> RostersAsync(this ControlRoom room) => new(await room.AsAsync("planner-wm"));

    private static Date WireDate(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}

using Google.Protobuf.WellKnownTypes;
using Handhaving.Capacity.Tests.Service.People;
using Handhaving.Capacity.WorkingTime;

namespace Handhaving.Capacity.Tests.Service.Rosters;

/// <summary>Rosters of Sittard-Geleen as its planner makes them. Each test takes three days and people of its own; what counts in no ledger is tried at a police team.</summary>
internal static class Planned
{
    public const string Code = "1883";
    public const string Owner = "municipalities/" + Code;
    public const string Team = "teams/brunssum-landgraaf";
    private static int taken;

    /// <summary>A day of which no test has a roster; the day after a test's own is another's.</summary>
    public static DateOnly Unrostered => Staff.Today.AddDays(61);

    /// <summary>The first of three days of which no other test has a roster, after the days that other tests count on.</summary>
    public static DateOnly Days() => Staff.Today.AddDays(62 + 3 * (Interlocked.Increment(ref taken) % 10));

    public static async Task<V1.Officer> OfficerAsync(this Person planner) => (await planner.People.CreateOfficerAsync(Staff.Create(Code), planner.Call)).Officer;

    /// <summary>Somebody of the police, whose strength is reported and not counted from people.</summary>
    public static async Task<V1.Officer> PoliceAsync(this Person planner, string function = "noodhulp")
    {
        var request = Staff.Create(Code);
        (request.Parent, request.Officer.StaffTeam, request.Officer.Contracts[0].Function) = (Team, "basisteam", function);
        return (await planner.People.CreateOfficerAsync(request, planner.Call)).Officer;
    }

    public static async Task<V1.Roster> PoliceDraftAsync(this Person planner, DateOnly first, params V1.RosterShift[] shifts)
    {
        var draft = (await planner.Rosters.CreateRosterAsync(new() { Parent = Team, RequestId = Asked.Id(), Roster = new(Roster(first)) { StaffTeam = "basisteam" } }, planner.Call)).Roster;
        return shifts.Length == 0 ? draft : (await planner.Rosters.ChangeShiftsAsync(Change(draft, shifts), planner.Call)).Roster;
    }

    public static async Task<V1.Roster> DraftAsync(this Person planner, DateOnly first, V1.RosterShift[] shifts, string replaces = "")
    {
        var draft = (await planner.Rosters.CreateRosterAsync(new() { Parent = Owner, RequestId = Asked.Id(), Roster = Roster(first, replaces) }, planner.Call)).Roster;
        return shifts.Length == 0 ? draft : (await planner.Rosters.ChangeShiftsAsync(Change(draft, shifts), planner.Call)).Roster;
    }

    public static async Task<V1.Roster> PublishedAsync(this Person planner, DateOnly first, params V1.RosterShift[] shifts) =>
        (await planner.Rosters.PublishRosterAsync(Publish(await planner.DraftAsync(first, shifts)), planner.Call)).Roster;

    public static V1.Roster Roster(DateOnly first, string replaces = "") => new() { StaffTeam = "boa", FirstDay = Staff.Day(first), LastDay = Staff.Day(first.AddDays(2)), Replaces = replaces };

    public static V1.ChangeShiftsRequest Change(V1.Roster roster, params V1.RosterShift[] shifts) => new() { Name = roster.Name, Etag = roster.Etag, RequestId = Asked.Id(), Shifts = { shifts } };

    public static V1.PublishRosterRequest Publish(V1.Roster roster) => new() { Name = roster.Name, Etag = roster.Etag, RequestId = Asked.Id() };

    public static V1.RosterShift Shift(V1.Officer officer, DateOnly day, int from = 8, int until = 16, string unit = "", string function = "boa-1") => new()
    {
        Officer = officer.Name, Function = function, Unit = unit, StartTime = At(day, from).ToTimestamp(), EndTime = At(day, 0).AddHours(until).ToTimestamp(),
    };

    public static DateTimeOffset At(DateOnly day, int hour) => DutchClock.At(day, new(hour, 0));
}

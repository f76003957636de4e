using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Capacity.Tests.Service;

/// <summary>Requests as a permit officer of Beek makes them. Each test takes a day of its own, so that none is in another's way.</summary>
internal static class Asked
{
    private const int Days = 60;
    private static int taken;

    public const string Beek = "municipalities/0888";
    public const string Team = "teams/westelijke-mijnstreek";

    /// <summary>Noon of a day that no other test uses, within the seeded weeks; midnight when all days are taken.</summary>
    public static DateTimeOffset Noon()
    {
        var number = Interlocked.Increment(ref taken);
        return new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(1 + number % Days).AddHours(number / Days % 2 == 0 ? 12 : 0);
    }

    public static string Id() => Guid.NewGuid().ToString();

    public static V1.ReservationLine Line(DateTimeOffset noon, int count, string function = "noodhulp", double hours = 4, params string[] owners) => new()
    {
        Owners = { owners.Length == 0 ? [Team] : owners }, Function = function, Count = count, StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(hours).ToTimestamp(),
    };

    public static V1.RequestDeploymentRequest Request(string caseId, int version, params V1.ReservationLine[] lines) => new()
    {
        Parent = Beek, CaseId = caseId, CaseVersion = version, Lines = { lines }, RequestId = Id(),
    };

    /// <summary>The same, to be decided where it is short.</summary>
    public static V1.RequestDeploymentRequest ToDecide(string caseId, int version, params V1.ReservationLine[] lines) => new(Request(caseId, version, lines)) { OnShortage = V1.OnShortage.Decide };

    public static V1.ListBlocksRequest Blocks(DateTimeOffset noon, string parent = Team + "/functions/noodhulp", double hours = 4) => new()
    {
        Parent = parent, StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(hours).ToTimestamp(), PageSize = 1000,
    };
}

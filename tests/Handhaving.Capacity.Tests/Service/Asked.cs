using Google.Protobuf.WellKnownTypes;

namespace Handhaving.Capacity.Tests.Service;

/// <summary>Requests as a permit officer of Beek makes them. Each test takes a day of its own, so that none is in another's way.</summary>
internal static class Asked
{
    private static int day;

    public const string Beek = "municipalities/0888";
    public const string Team = "teams/westelijke-mijnstreek";

    /// <summary>Noon of a day that no other test uses, within the seeded weeks.</summary>
    public static DateTimeOffset Noon() => new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(1 + Interlocked.Increment(ref day) % 60).AddHours(12);

    public static string Id() => Guid.NewGuid().ToString();

    public static V1.ReservationLine Line(DateTimeOffset noon, int count, string function = "noodhulp", double hours = 4, params string[] owners) => new()
    {
        Owners = { owners.Length == 0 ? [Team] : owners }, Function = function, Count = count, StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(hours).ToTimestamp(),
    };

    public static V1.RequestDeploymentRequest Request(string caseId, int version, params V1.ReservationLine[] lines) => new()
    {
        Parent = Beek, CaseId = caseId, CaseVersion = version, Lines = { lines }, RequestId = Id(),
    };

    public static V1.ListBlocksRequest Blocks(DateTimeOffset noon, string parent = Team + "/functions/noodhulp", double hours = 4) => new()
    {
        Parent = parent, StartTime = noon.ToTimestamp(), EndTime = noon.AddHours(hours).ToTimestamp(), PageSize = 1000,
    };
}

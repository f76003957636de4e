using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Incidents;

/// <summary>When an event was reported: a colleague may write it down later, but not of next week or of the Middle Ages.</summary>
public sealed class ReportTimeTests(DispatchRegion region)
{
    private readonly Person desk = Person.FromLandgraaf(region);

    public static TheoryData<string, bool> Times => new()
    {
        { "0001-01-01T00:00:00Z", false }, { "9999-12-31T00:00:00Z", false }, { "+1.00:00", false }, { "+00:02", false }, { "-30.00:05", false },
        { "-29.23:00", true }, { "-00:10", true }, { "+00:00:30", true },
    };

    [Theory, MemberData(nameof(Times))]
    public async Task A_report_is_of_the_last_thirty_days(string time, bool possible)
    {
        var request = Work.Report("0899");
        request.Incident.ReportTime = Of(time);

        if (possible) Assert.Equal(request.Incident.ReportTime, (await desk.Incidents.ReportIncidentAsync(request, desk.Call)).Incident.ReportTime);
        else await RefusedAsync(desk.Incidents.ReportIncidentAsync(request, desk.Call));
    }

    [Theory, MemberData(nameof(Times))]
    public async Task What_may_be_the_same_event_is_asked_of_such_a_report(string time, bool possible)
    {
        var like = new V1.FindDuplicatesRequest { Parent = "municipalities/0899", Type = "noise.venue", Position = Work.MarketOf("0899"), ReportTime = Of(time) };

        if (possible) await desk.Incidents.FindDuplicatesAsync(like, desk.Call);
        else await RefusedAsync(desk.Incidents.FindDuplicatesAsync(like, desk.Call));
    }

    private static async Task RefusedAsync<T>(AsyncUnaryCall<T> call)
    {
        var (code, reason, dutch) = await Failure.OfAsync(call);
        Assert.Equal((StatusCode.InvalidArgument, "REPORT_TIME_NOT_POSSIBLE"), (code, reason));
        Assert.StartsWith("Het tijdstip van de melding", dutch, StringComparison.Ordinal);
    }

    private static Timestamp Of(string time) => Timestamp.FromDateTimeOffset(time[0] is '+' or '-'
        ? DateTimeOffset.UtcNow + TimeSpan.Parse(time.TrimStart('+'), System.Globalization.CultureInfo.InvariantCulture)
        : DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture));
}

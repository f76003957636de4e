using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.V1;

namespace Handhaving.EndToEnd.Tests;

/// <summary>What a report leaves in traces, metrics and logs: one trace from the gateway to the consumer, and nothing of what was said in it (security-privacy 14).</summary>
public sealed class TelemetryTests(Platform platform)
{
    private const string RaceUnit = "municipalities/0888/units/boa-0888-3";

    private static readonly string[] Measured =
    [
        "handhaving.refusals", "handhaving.commit.size", "handhaving.commit.duration", "handhaving.board.delay", "handhaving.feed.delay",
        "handhaving.outbox.delay", "handhaving.outbox.age", "handhaving.outbox.sent", "handhaving.inbox.taken", "handhaving.canary.trip", "handhaving.start.duration",
        "handhaving.offers.made", "handhaving.offers.lost", "handhaving.board.opening", "handhaving.board.messages", "handhaving.board.screens", "handhaving.board.waiting",
        "handhaving.recommendation.duration", "handhaving.recommendation.units", "handhaving.duplicates.duration", "handhaving.positions.taken", "handhaving.positions.duration",
        "http.server.request.duration", "http.client.request.duration", "dotnet.process.cpu.time", "dotnet.process.memory.working_set", "dotnet.gc.last_collection.heap.size",
    ];

    [Fact]
    public async Task A_report_is_one_trace_through_gateway_service_commit_database_outbox_and_consumer()
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();

        await ReportAsync(Job.Report("0888"), trace);

        await EventuallyAsync(() =>
        {
            var seen = platform.Telemetry.Spans.Where(span => span.TraceId == trace).ToList();
            return Ran(seen, "Gateway", "IncidentService") && Ran(seen, "Dispatch", "ReportIncident") && Ran(seen, "Dispatch", "commit")
                && Ran(seen, "Dispatch", "publish from outbox") && Ran(seen, "Dispatch", "send") && Ran(seen, "Dispatch", "process") && seen.Count(span => span is { Service: "Handhaving.Dispatch", Name: "postgresql" }) > 1;
        }, () => string.Join('\n', platform.Telemetry.Spans.Where(span => span.TraceId == trace).Select(span => $"{span.Service}: {span.Name}")));
    }

    [Fact]
    public async Task No_span_metric_log_or_message_of_an_error_holds_what_a_report_said()
    {
        var (description, place) = ($"geheim-{Guid.NewGuid():N}", $"straat-{Guid.NewGuid():N}");
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        var (good, bad) = (Job.Report("0888"), Job.Report("0888"));
        (good.Incident.Description, good.Incident.Location.Description) = (description, place);
        (bad.Incident.Description, bad.Incident.Location.Description, bad.Incident.Priority) = (description, place, 99);

        await ReportAsync(good, trace);
        var refused = await Assert.ThrowsAsync<RpcException>(() => ReportAsync(bad, trace));

        await EventuallyAsync(() => platform.Telemetry.Spans.Any(span => span.TraceId == trace && span.Name.Contains("process", StringComparison.Ordinal)), () => "No consumer ran.");
        Assert.False(platform.Telemetry.Holds(description));
        Assert.False(platform.Telemetry.Holds(place));
        Assert.DoesNotContain(description, refused.ToString() + string.Concat(refused.Trailers.Select(trailer => trailer.ToString())), StringComparison.Ordinal);
        var logs = Directory.GetFiles(platform.Application.Logs, "*", SearchOption.AllDirectories);
        Assert.NotEmpty(logs);
        foreach (var log in logs) Assert.DoesNotMatch($"{description}|{place}", await ReadAsync(log));
    }

    [Fact]
    public async Task Every_number_of_the_platform_reaches_the_receiver()
    {
        var mine = await platform.AsAsync("centralist-wm");
        using var screen = new BoardService.BoardServiceClient(mine).WatchBoard(new() { Parent = "teams/westelijke-mijnstreek" }, cancellationToken: TestContext.Current.CancellationToken);
        await Screen.ReadAsync(screen, message => message.SnapshotEnd is not null);

        await RaceAsync(mine);
        var reported = await Job.ReportAsync(mine, "0888");
        await AskAsync(mine, reported);
        await Screen.ReadAsync(screen, message => message.Delta?.Item?.Incident?.Name == reported.Name);

        await EventuallyAsync(
            () => Measured.All(platform.Telemetry.Metrics.Contains) && platform.Telemetry.Mentions("handhaving.refusals", "UNIT_ALREADY_ASSIGNED"),
            () => $"Missing: {string.Join(", ", Measured.Except(platform.Telemetry.Metrics))}");
    }

    /// <summary>Two offers of one unit at once: one is refused, and counted.</summary>
    private static async Task RaceAsync(CallInvoker mine)
    {
        var signOn = new SignOnUnitRequest { Name = RaceUnit, RequestId = Job.NewId() };
        signOn.Crew.Add([new CrewMember { Officer = "officer-0888-05" }, new CrewMember { Officer = "officer-0888-06" }]);
        await new UnitService.UnitServiceClient(mine).SignOnUnitAsync(signOn, Job.Call);
        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => WasteAsync(mine)));
        var assignments = new AssignmentService.AssignmentServiceClient(mine);
        var outcomes = await Task.WhenAll(reports.Select(async incident =>
        {
            try
            {
                await assignments.AssignUnitAsync(new() { Parent = incident.Name, Unit = RaceUnit, Etag = incident.Etag, RequestId = Job.NewId() }, Job.Call);
                return StatusCode.OK;
            }
            catch (RpcException lost)
            {
                return lost.StatusCode;
            }
        }));
        Assert.Equal([StatusCode.OK, StatusCode.Aborted], outcomes.Order());
    }

    /// <summary>The questions that have a time of their own, and a position.</summary>
    private static async Task AskAsync(CallInvoker mine, Incident reported)
    {
        var incidents = new IncidentService.IncidentServiceClient(mine);
        await incidents.RecommendUnitsAsync(new() { Name = reported.Name }, Job.Call);
        await incidents.FindDuplicatesAsync(new() { Parent = "municipalities/0888", Type = reported.Type, Position = reported.Location.Position }, Job.Call);
        var fix = new Fix { Position = reported.Location.Position, FixTime = Timestamp.FromDateTime(DateTime.UtcNow), AccuracyMeters = 5 };
        await new UnitService.UnitServiceClient(mine).ReportPositionsAsync(new() { Parent = "municipalities/0888", Fixes = { new UnitFix { Unit = RaceUnit, Fix = fix } } }, Job.Call);
    }

    private static async Task<Incident> WasteAsync(CallInvoker mine)
    {
        var request = Job.Report("0888");
        request.Incident.Type = "waste.dumping";
        return (await new IncidentService.IncidentServiceClient(mine).ReportIncidentAsync(request, Job.Call)).Incident;
    }

    private async Task ReportAsync(ReportIncidentRequest request, string trace)
    {
        var mine = await platform.AsAsync("centralist-wm");
        await new IncidentService.IncidentServiceClient(mine).ReportIncidentAsync(request, Job.Call.WithHeaders(new() { { "traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01" } }));
    }

    private static bool Ran(IEnumerable<Testing.Telemetry.ReceivedSpan> spans, string service, string name) =>
        spans.Any(span => span.Service.Contains(service, StringComparison.OrdinalIgnoreCase) && span.Name.Contains(name, StringComparison.Ordinal));

    private static async Task EventuallyAsync(Func<bool> holds, Func<string> otherwise)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!holds())
        {
            if (limit.IsCancellationRequested) throw new Xunit.Sdk.XunitException(otherwise());
            await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> ReadAsync(string log)
    {
        await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}

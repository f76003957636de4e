using System.Collections.Concurrent;
using System.Text;
using Handhaving.Testing.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Handhaving.Testing.Telemetry;

/// <summary>A span as a process exported it.</summary>
/// <param name="Service">Name of the service that it ran in.</param>
/// <param name="Process">What <c>process.label</c> says in OTEL_RESOURCE_ATTRIBUTES, for who runs one service in several versions.</param>
/// <param name="TraceId">32 hexadecimal digits.</param>
public sealed record ReceivedSpan(string Service, string Process, string TraceId, string Name);

/// <summary>Takes what processes export over OTLP (HTTP, protobuf), as a collector would, and keeps all of it.</summary>
public sealed class TelemetryReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<byte[]> bodies = [];
    private readonly ConcurrentQueue<ReceivedSpan> spans = [];
    private readonly ConcurrentDictionary<string, ConcurrentQueue<ReadOnlyMemory<byte>>> metrics = [];

    private TelemetryReceiver(WebApplication app) => this.app = app;

    public IReadOnlyCollection<ReceivedSpan> Spans => spans;

    /// <summary>Names of the metrics received.</summary>
    public ICollection<string> Metrics => metrics.Keys;

    /// <summary>What a process needs in its environment to export to this receiver, often enough for a test.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = app.Urls.First(),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "500",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "2000",
    };

    public static async Task<TelemetryReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var receiver = new TelemetryReceiver(builder.Build());
        receiver.app.Urls.Add($"http://127.0.0.1:{Ports.Free()}");
        receiver.app.MapPost("/v1/{signal}", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    /// <summary>Whether a text stands anywhere in what was received: names, attributes, bodies.</summary>
    public bool Holds(string text) => bodies.Any(body => body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>Whether a text stands in any point of a metric, whichever process it came from.</summary>
    public bool Mentions(string metric, string text) => metrics.TryGetValue(metric, out var points) && points.Any(point => point.Span.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(string signal, HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        bodies.Enqueue(body.ToArray());
        // ExportTraceServiceRequest and its sisters: resource = 1.1, scope = 1.2, in it the signals.
        foreach (var resource in new WireMessage(body.ToArray()).Messages(1))
            foreach (var entry in resource.Messages(2).SelectMany(scope => scope.Messages(2)))
                if (signal == "traces") spans.Enqueue(new(Attribute(resource, "service.name"), Attribute(resource, "process.label"), entry.Hex(1), entry.Text(5)));
                else if (signal == "metrics") metrics.GetOrAdd(entry.Text(1), _ => []).Enqueue(entry.Bytes);
        return Results.Bytes([], "application/x-protobuf");
    }

    private static string Attribute(WireMessage resource, string key) =>
        resource.Message(1).Messages(1).Where(pair => pair.Text(1) == key).Select(pair => pair.Message(2).Text(1)).FirstOrDefault("");
}

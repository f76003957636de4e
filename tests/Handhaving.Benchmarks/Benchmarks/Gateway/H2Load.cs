using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Handhaving.AppHost.Local.Processes;
using Handhaving.Benchmarks.Platform;
using Handhaving.Dispatch.V1;

namespace Handhaving.Benchmarks.Benchmarks.Gateway;

/// <summary>h2load with one fixed gRPC call: it costs little beside what it loads, and does not read what it is answered, so that the calls are counted behind the proxy.</summary>
internal sealed partial class H2Load(string program, Region region)
{
    public const int Connections = 8, Streams = 8;

    public static GetIncidentRequest Request { get; } = new() { Name = "municipalities/0888/incidents/01900000-0000-7000-8000-000000000000" };

    public async Task<(long Calls, TimeSpan Elapsed)> RunAsync(Uri door, TimeSpan length, CancellationToken cancellation)
    {
        var body = Path.Combine(Directory.CreateDirectory(ServiceProcess.Instance.Directory).FullName, "call.bin");
        await File.WriteAllBytesAsync(body, Framed(Request), cancellation);
        var seconds = (int)Math.Ceiling(length.TotalSeconds);
        var result = await Tool.RunAsync(program,
        [
            "-c", $"{Connections}", "-m", $"{Streams}", "-t", "1", "-D", $"{seconds}", "-d", body,
            "-H", "content-type: application/grpc", "-H", "te: trailers", "-H", "authorization: Bearer " + region.Token,
            new Uri(door, "/handhaving.dispatch.v1.IncidentService/GetIncident").ToString(),
        ], cancellation);
        var counts = Counts().Match(result.Output);
        var broken = Broken().Match(result.Output);
        if (!result.Succeeded || !counts.Success || broken.Groups[1].Value != "0") throw new InvalidOperationException($"h2load failed: {result.Output}");
        return (long.Parse(counts.Groups[1].Value, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(seconds));
    }

    // Not compressed, four bytes of length, the message.
    private static byte[] Framed(GetIncidentRequest message)
    {
        var frame = new byte[5 + message.CalculateSize()];
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), frame.Length - 5);
        message.WriteTo(frame.AsSpan(5));
        return frame;
    }

    [GeneratedRegex(@"status codes: (\d+) 2xx, 0 3xx, 0 4xx, 0 5xx")]
    private static partial Regex Counts();

    [GeneratedRegex(@"(\d+) failed, \d+ errored")]
    private static partial Regex Broken();
}

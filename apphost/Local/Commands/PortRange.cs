using Aspire.Hosting.ApplicationModel;

namespace Handhaving.AppHost.Local.Commands;

/// <summary>Whether the fixed ports of a model, moved by --port-offset, are still ports, and such as a browser opens.</summary>
internal static class PortRange
{
    private const int Highest = 65_535;

    // Those above 1023 that the Fetch standard blocks (WHATWG, Fetch, 2.9 "Port blocking").
    private static readonly int[] Blocked = [1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080];

    /// <returns>The options as they are, or with the complaint and the largest offset that this model allows.</returns>
    public static AppHostOptions Checked(AppHostOptions options, IReadOnlyList<Resource> resources)
    {
        if (options.Verb == AppHostVerb.Help || options.FreePorts) return options;
        List<int> ports = [.. resources.SelectMany(FixedPorts)];
        var highest = ports.DefaultIfEmpty().Max();
        if (options.PortOffset > Highest - highest) return Refused(options, $"leads beyond port {Highest}. Give at most {Highest - highest}.");
        var blocked = ports.Select(port => port + options.PortOffset).FirstOrDefault(Blocked.Contains);
        return blocked == 0 ? options : Refused(options, $"leads to port {blocked}, which browsers do not open. Give another.");
    }

    private static AppHostOptions Refused(AppHostOptions options, string why) => options with { Verb = AppHostVerb.Help, Complaint = $"--port-offset {options.PortOffset} {why}" };

    private static IEnumerable<int> FixedPorts(Resource resource) =>
        resource.Endpoints.Select(endpoint => endpoint.FixedPort).Append((resource as ServerResource)?.FixedPort).OfType<int>();
}

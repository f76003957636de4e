using Aspire.Hosting.ApplicationModel;

namespace Handhaving.AppHost.Local.Commands;

/// <summary>Whether the fixed ports of a model, moved by --port-offset, are still ports.</summary>
internal static class PortRange
{
    private const int Highest = 65_535;

    /// <returns>The options as they are, or with the complaint and the largest offset that this model allows.</returns>
    public static AppHostOptions Checked(AppHostOptions options, IReadOnlyList<Resource> resources)
    {
        var highest = resources.SelectMany(FixedPorts).DefaultIfEmpty().Max();
        return options.Verb == AppHostVerb.Help || options.FreePorts || options.PortOffset <= Highest - highest
            ? options
            : options with { Verb = AppHostVerb.Help, Complaint = $"--port-offset {options.PortOffset} leads beyond port {Highest}. Give at most {Highest - highest}." };
    }

    private static IEnumerable<int> FixedPorts(Resource resource) =>
        resource.Endpoints.Select(endpoint => endpoint.FixedPort).Append((resource as ServerResource)?.FixedPort).OfType<int>();
}

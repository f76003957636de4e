using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.AppHost.Local.Doctor;

/// <summary>The ports that others know by number; the private ones are chosen free at the start.</summary>
internal static class PortFindings
{
    public static IEnumerable<Finding> Of(ApplicationBuilder model, Instance instance)
    {
        if (model.Options.FreePorts)
            return [];
        var running = EndpointsFile.Read(instance.EndpointsFile) is { AppHost.IsAlive: true };
        return from resource in model.Resources
               from endpoint in resource.Endpoints
               where endpoint.FixedPort is not null
               let port = endpoint.FixedPort.GetValueOrDefault() + model.Options.PortOffset
               select Of($"port {port}", port, $"{resource.Name} {endpoint.Name}", running);
    }

    public static Finding Of(string subject, int port, string purpose, bool running) => (PortOwner.IsFree(port), running) switch
    {
        (true, _) => Finding.Fine(subject, $"free, for {purpose}"),
        (false, true) => Finding.Fine(subject, $"in use for {purpose}: the application runs"),
        _ => new Finding(subject, $"wanted for {purpose}, in use by {PortOwner.Of(port)}", "stop that process, or start with --port-offset N or --ports free"),
    };
}

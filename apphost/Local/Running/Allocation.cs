using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;

namespace Handhaving.AppHost.Local.Running;

/// <summary>Gives every resource its ports and passwords before anything starts, so that references can be written in any order.</summary>
internal sealed class Allocation(Instance instance, AppHostOptions options)
{
    private readonly PortBook _ports = new(instance);

    public void Apply(IReadOnlyList<Resource> resources)
    {
        foreach (var resource in resources)
        {
            if (resource is ParameterResource { Secret: true, Value: null } parameter)
                parameter.Value = instance.Secrets.GetOrCreate(parameter.Name);
            if (resource is ServerResource { Given: null } server)
                Apply(server);
            foreach (var endpoint in resource.Endpoints)
                endpoint.Ports = [.. Enumerable.Range(0, resource.Replicas).Select(replica => PortOf(resource, endpoint, replica))];
        }
        _ports.Save();
    }

    private void Apply(ServerResource server)
    {
        server.Port = Port(server.Name, server.FixedPort);
        server.Password = server.PasswordParameter?.Resource.Required ?? instance.Secrets.GetOrCreate(server.Name);
        if (server is not RabbitMQServerResource rabbit)
            return;
        rabbit.DistributionPort = _ports.Take(server.Name + "-distribution");
        rabbit.NameServicePort = _ports.Take(server.Name + "-names");
        rabbit.ManagementPort = rabbit.HasManagement ? _ports.Take(server.Name + "-management") : 0;
    }

    private int PortOf(Resource resource, ResourceEndpoint endpoint, int replica)
    {
        if (endpoint.FixedPort is not null && resource.Replicas > 1)
            throw new DistributedApplicationException($"'{resource.Name}' has {resource.Replicas} replicas: they cannot share the fixed port {endpoint.FixedPort}.");
        return Port($"{resource.Name}-{endpoint.Name}-{replica}", endpoint.FixedPort);
    }

    private int Port(string purpose, int? wanted) => wanted is { } port && !options.FreePorts
        ? _ports.TakeFixed(purpose, port + options.PortOffset)
        : _ports.Take(purpose);
}

namespace Aspire.Hosting.ApplicationModel;

/// <summary>An endpoint of another resource, to be written into an environment variable.</summary>
public sealed class EndpointReference
{
    private readonly Resource _resource;

    internal EndpointReference(Resource resource, string name) => (_resource, EndpointName) = (resource, name);

    public string EndpointName { get; }

    /// <summary>With the closing slash that an issuer identifier has, so that it can be compared as text.</summary>
    internal string Url => Endpoint.Url(0) + "/";

    private ResourceEndpoint Endpoint => _resource.Endpoints.Find(endpoint => endpoint.Name == EndpointName)
        ?? throw new DistributedApplicationException($"Resource '{_resource.Name}' has no endpoint '{EndpointName}'.");
}

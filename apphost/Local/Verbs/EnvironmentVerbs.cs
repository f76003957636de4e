using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The verbs that decide what a started service sees: its environment and its references.</summary>
public static class EnvironmentVerbs
{
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value)
        where T : IResourceWithEnvironment => builder.With(() => [new(name, value ?? "")]);

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpointReference)
        where T : IResourceWithEnvironment => builder.With(() => [new(name, endpointReference.Url)]);

    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter)
        where T : IResourceWithEnvironment => builder.With(() => [new(name, parameter.Resource.Required)]);

    public static IResourceBuilder<T> WithReference<T>(
        this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null, bool optional = false)
        where T : IResourceWithEnvironment
    {
        // Every connection string of this model is known by the time a service starts, so an optional one is never missing.
        _ = optional;
        builder.Own().Uses.Add(source.Own());
        return builder.With(() => [new($"ConnectionStrings__{connectionName ?? source.Resource.Name}", source.Resource.ConnectionString)]);
    }

    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where T : IResourceWithEnvironment
    {
        builder.Own().Uses.Add(source.Own());
        return builder.With(() => Addresses(source.Own()));
    }

    private static IEnumerable<KeyValuePair<string, string>> Addresses(Resource source) =>
        from endpoint in source.Endpoints
        from replica in Enumerable.Range(0, endpoint.Ports.Count)
        select KeyValuePair.Create($"services__{source.Name}__{endpoint.Name}__{replica}", endpoint.Url(replica));

    private static IResourceBuilder<T> With<T>(this IResourceBuilder<T> builder, Func<IEnumerable<KeyValuePair<string, string>>> values)
        where T : IResource
    {
        builder.Own().Environment.Add(values);
        return builder;
    }
}

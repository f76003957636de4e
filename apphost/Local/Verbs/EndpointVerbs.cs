using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The verbs for where a resource listens and how it tells that it is ready.</summary>
public static class EndpointVerbs
{
    public static IResourceBuilder<T> WithHttpEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool? isProxied = null)
        where T : IResourceWithEndpoints => builder.WithEndpoint("http", port ?? targetPort, name, env, isProxied);

    public static IResourceBuilder<T> WithHttpsEndpoint<T>(
        this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool? isProxied = null)
        where T : IResourceWithEndpoints => builder.WithEndpoint("https", port ?? targetPort, name, env, isProxied);

    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder) where T : IResourceWithEndpoints
    {
        builder.Own().Endpoints.ForEach(endpoint => endpoint.IsExternal = true);
        return builder;
    }

    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name) where T : IResourceWithEndpoints =>
        new(builder.Own(), name);

    public static IResourceBuilder<T> WithHttpHealthCheck<T>(
        this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null)
        where T : IResourceWithEndpoints
    {
        builder.Own().Health = new HttpHealth(path ?? "/", statusCode ?? 200, endpointName);
        return builder;
    }

    private static IResourceBuilder<T> WithEndpoint<T>(
        this IResourceBuilder<T> builder, string scheme, int? port, string? name, string? env, bool? isProxied) where T : IResourceWithEndpoints
    {
        // There is no proxy here: a resource always listens on the port that others are told.
        _ = isProxied;
        var endpoints = builder.Own().Endpoints;
        if (endpoints.Exists(endpoint => endpoint.Name == (name ?? scheme)))
            throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' already has an endpoint '{name ?? scheme}'.");
        endpoints.Add(new ResourceEndpoint(name ?? scheme, scheme, port, env));
        return builder;
    }
}

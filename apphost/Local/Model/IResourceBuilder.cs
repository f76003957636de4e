namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource on its way into the model.</summary>
public interface IResourceBuilder<out T> where T : IResource
{
    T Resource { get; }

    IDistributedApplicationBuilder ApplicationBuilder { get; }
}

internal sealed class ResourceBuilder<T>(IDistributedApplicationBuilder application, T resource) : IResourceBuilder<T> where T : IResource
{
    public T Resource => resource;

    public IDistributedApplicationBuilder ApplicationBuilder => application;
}

internal static class ResourceOf
{
    /// <summary>The model's own part of a resource: all resources are made here and derive from <see cref="Resource"/>.</summary>
    public static Resource Own<T>(this IResourceBuilder<T> builder) where T : IResource =>
        builder.Resource as Resource ?? throw new DistributedApplicationException($"Resource '{builder.Resource.Name}' was not made by this model.");
}

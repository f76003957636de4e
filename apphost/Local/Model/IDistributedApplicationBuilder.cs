using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Collects the resources of the application.</summary>
public interface IDistributedApplicationBuilder
{
    DistributedApplication Build();

    IResourceBuilder<T> AddResource<T>(T resource) where T : IResource;
}

/// <summary>The model is wrong, or cannot be started as it is; the message says how to go on.</summary>
public sealed class DistributedApplicationException : Exception
{
    public DistributedApplicationException() { }

    public DistributedApplicationException(string message) : base(message) { }

    public DistributedApplicationException(string message, Exception innerException) : base(message, innerException) { }
}

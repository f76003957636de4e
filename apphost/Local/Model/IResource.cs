namespace Aspire.Hosting.ApplicationModel;

/// <summary>Anything of the model that has a name.</summary>
public interface IResource
{
    string Name { get; }
}

/// <summary>A resource that is started with environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that is started with arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that can listen on ports.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource whose endpoints are handed to those that refer to it.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>A resource that can be made to wait for another.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that is reached by a connection string.</summary>
public interface IResourceWithConnectionString : IResource
{
    /// <summary>Known from the moment the ports are given out.</summary>
    string ConnectionString { get; }
}

using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Running;

namespace Aspire.Hosting;

internal sealed partial class ApplicationBuilder(AppHostOptions options, GivenValues given, string appHostDirectory) : IDistributedApplicationBuilder
{
    private readonly List<Resource> _resources = [];

    public AppHostOptions Options => options;

    public GivenValues Given => given;

    public string AppHostDirectory => appHostDirectory;

    public IReadOnlyList<Resource> Resources => _resources;

    public IResourceBuilder<T> AddResource<T>(T resource) where T : IResource
    {
        var builder = new ResourceBuilder<T>(this, resource);
        if (!ResourceName().IsMatch(resource.Name))
            throw new DistributedApplicationException($"'{resource.Name}' is no name for a resource: letters, digits and single hyphens, starting with a letter, at most 64.");
        if (_resources.Exists(other => other.Name.Equals(resource.Name, StringComparison.OrdinalIgnoreCase)))
            throw new DistributedApplicationException($"There is already a resource named '{resource.Name}'.");
        _resources.Add(builder.Own());
        return builder;
    }

    public DistributedApplication Build() => new(this);

    public static ApplicationBuilder Of(IDistributedApplicationBuilder builder) => builder as ApplicationBuilder
        ?? throw new DistributedApplicationException("This model is built by DistributedApplication.CreateBuilder only.");

    [GeneratedRegex("^(?=.{1,64}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$")]
    private static partial Regex ResourceName();
}

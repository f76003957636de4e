using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The verbs for projects, executables and parameters.</summary>
public static class ProgramVerbs
{
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath) =>
        builder.AddResource(new ProjectResource(name, Path.GetFullPath(projectPath, ApplicationBuilder.Of(builder).AppHostDirectory)));

    public static IResourceBuilder<ProjectResource> WithReplicas(this IResourceBuilder<ProjectResource> builder, int replicas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicas, 1);
        builder.Resource.Replicas = replicas;
        return builder;
    }

    public static IResourceBuilder<ExecutableResource> AddExecutable(
        this IDistributedApplicationBuilder builder, string name, string command, string workingDirectory, params string[] args)
    {
        var directory = Path.GetFullPath(workingDirectory, ApplicationBuilder.Of(builder).AppHostDirectory);
        return builder.AddResource(new ExecutableResource(name, command, directory)).WithArgs(args);
    }

    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, secret) { Value = ApplicationBuilder.Of(builder).Given.Parameter(name) });

    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false)
    {
        // Publishing writes a manifest for a deployment; nothing is published from here.
        _ = publishValueAsDefault;
        return builder.AddResource(new ParameterResource(name, secret) { Value = ApplicationBuilder.Of(builder).Given.Parameter(name) ?? value });
    }

    public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args) where T : IResourceWithArgs
    {
        builder.Own().Arguments.AddRange(args);
        return builder;
    }

    public static IResourceBuilder<T> WithExplicitStart<T>(this IResourceBuilder<T> builder) where T : IResource
    {
        builder.Own().ExplicitStart = true;
        return builder;
    }
}

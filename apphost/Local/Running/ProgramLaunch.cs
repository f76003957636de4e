using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Processes;

namespace Handhaving.AppHost.Local.Running;

/// <summary>How a replica of a project or executable is started, and what it sees.</summary>
internal static class ProgramLaunch
{
    // Without a health check a program counts as ready when it has run for so long: what cannot read its arguments or settings ends sooner.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public static Launch Of(Resource resource, int replica)
    {
        var name = resource.Replicas == 1 ? resource.Name : $"{resource.Name}-{replica}";
        var launch = resource switch
        {
            ProjectResource project => new Launch(name, Dotnet, ["exec", OutputOf(project), .. resource.Arguments], DirectoryOf(project)),
            ExecutableResource program => new Launch(name, program.Command, resource.Arguments, program.WorkingDirectory) { StopWholeGroup = true },
            _ => throw new DistributedApplicationException($"'{resource.Name}' is no program."),
        };
        return launch with { Environment = EnvironmentOf(resource, replica), IsReady = ReadyOf(resource, replica), MustRunFor = resource.Health is null ? Moment : TimeSpan.Zero };
    }

    public static Dictionary<string, string> EnvironmentOf(Resource resource, int replica)
    {
        var environment = new Dictionary<string, string> { ["OTEL_SERVICE_NAME"] = resource.Name };
        if (resource is ProjectResource)
            environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        if (resource.Endpoints.Count > 0)
            environment["ASPNETCORE_URLS"] = string.Join(';', resource.Endpoints.Select(endpoint => endpoint.Url(replica)));
        foreach (var endpoint in resource.Endpoints)
            if (endpoint.EnvironmentVariable is { } variable)
                environment[variable] = $"{endpoint.Ports[replica]}";
        foreach (var (name, value) in resource.Environment.SelectMany(setting => setting()))
            environment[name] = value;
        return environment;
    }

    // `dotnet run` and an executable of its own are the two ways this program is started.
    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH")
        ?? (Path.GetFileName(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath : null)
        ?? Tool.Find("dotnet")
        ?? throw new DistributedApplicationException("The dotnet command was not found on the PATH.");

    private static string DirectoryOf(ProjectResource project) => Path.GetDirectoryName(project.ProjectPath) ?? "/";

    // Built with this program, so by the same configuration and framework: bin/Debug/net10.0.
    private static string OutputOf(ProjectResource project)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory);
        var output = Path.Combine(DirectoryOf(project), "bin", framework.Parent?.Name ?? "Debug", framework.Name,
            Path.GetFileNameWithoutExtension(project.ProjectPath) + ".dll");
        return File.Exists(output)
            ? output
            : throw new DistributedApplicationException($"{project.Name} is not built: {output} is missing. Build it with: dotnet build {project.ProjectPath}");
    }

    private static Func<CancellationToken, Task<bool>> ReadyOf(Resource resource, int replica)
    {
        if (resource.Health is not { } health)
            return _ => Task.FromResult(true);
        var endpoint = resource.Endpoints.Find(endpoint => health.EndpointName is null || endpoint.Name == health.EndpointName)
            ?? throw new DistributedApplicationException($"The health check of '{resource.Name}' has no endpoint.");
        var probe = new HttpProbe(new Uri(new Uri(endpoint.Url(replica)), health.Path), health.StatusCode);
        return probe.AnswersAsync;
    }
}

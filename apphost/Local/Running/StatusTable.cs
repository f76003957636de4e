using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Instances;
using Spectre.Console;

namespace Handhaving.AppHost.Local.Running;

/// <summary>The one table of a start: what runs, how it is, where it is reached, and what to try next.</summary>
internal sealed class StatusTable(IEnumerable<ResourceRun> runs, Instance instance)
{
    private const int PlainWidth = 120;

    public void Print()
    {
        if (Console.IsOutputRedirected)
            (AnsiConsole.Profile.Width, AnsiConsole.Profile.Capabilities.ColorSystem) = (PlainWidth, ColorSystem.NoColors);
        var table = new Table().Border(TableBorder.Rounded).AddColumns("resource", "state", "address");
        foreach (var run in runs.Where(run => run.Resource is not ParameterResource))
            table.AddRow(new Text(run.Resource.Name), new Text(StateOf(run), Colour(run.State)), new Text(string.Join('\n', Addresses(run))));
        AnsiConsole.Write(table);
        Console.WriteLine("Try next:");
        foreach (var command in Commands())
            Console.WriteLine("  " + command);
        Console.WriteLine("Ctrl+C stops everything.");
    }

    private static string StateOf(ResourceRun run) =>
        run.Resource.Replicas == 1 ? $"{run.State}" : $"{run.State} ({run.Processes.Count(process => process.State == RunState.Healthy)} of {run.Resource.Replicas})";

    private static Style Colour(RunState state) => new(state switch
    {
        RunState.Healthy or RunState.Completed or RunState.Given => Color.Green,
        RunState.Failed or RunState.Unhealthy => Color.Red,
        _ => Color.Yellow,
    });

    private static IEnumerable<string> Addresses(ResourceRun run) => run.Resource switch
    {
        _ when run.State == RunState.Given => ["given by the environment"],
        ServerResource server => [$"{ServerResource.Host}:{server.Port}"],
        PostgresDatabaseResource database => [$"{ServerResource.Host}:{database.Parent.Port}/{database.DatabaseName}"],
        var program => program.Endpoints.SelectMany(endpoint =>
            endpoint.Ports.Select((_, replica) => program.Endpoints.Count == 1 ? endpoint.Url(replica) : $"{endpoint.Url(replica)} ({endpoint.Name})")),
    };

    private IEnumerable<string> Commands()
    {
        var logs = Path.GetRelativePath(Environment.CurrentDirectory, instance.Logs);
        var gateway = runs.FirstOrDefault(run => run.Resource.Endpoints.Exists(endpoint => endpoint.IsExternal));
        if (gateway is not null)
            yield return $"curl {gateway.Resource.Endpoints[0].Url(0)}{gateway.Resource.Health?.Path}";
        yield return $"tail -f {logs}/{gateway?.Resource.Name ?? "*"}.log";
        yield return "dotnet run --project apphost -- doctor";
    }
}

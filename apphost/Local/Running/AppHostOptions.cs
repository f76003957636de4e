using System.Globalization;
using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;

namespace Handhaving.AppHost.Local.Running;

internal enum AppHostVerb
{
    Run,
    Doctor,
    Help,
}

/// <summary>What the command line asks for.</summary>
internal sealed record AppHostOptions(AppHostVerb Verb, string Instance)
{
    public bool Fresh { get; init; }

    public int PortOffset { get; init; }

    public bool FreePorts { get; init; }

    /// <summary>The process this run is kept for: with the last such process it ends.</summary>
    public int? Lease { get; init; }

    /// <summary>A run that `dotnet run` started ends when that is gone, even by kill -9.</summary>
    public bool EndsWithParent { get; init; } = true;

    public static AppHostOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new AppHostOptions(AppHostVerb.Run, Instances.Instance.Main);
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var argument))
            options = argument switch
            {
                "doctor" => options with { Verb = AppHostVerb.Doctor },
                "help" or "--help" or "-h" => options with { Verb = AppHostVerb.Help },
                "--fresh" => options with { Fresh = true },
                "--instance" => options with { Instance = ValueOf(argument, rest) },
                "--port-offset" => options with { PortOffset = NumberOf(argument, rest) },
                "--ports" when ValueOf(argument, rest) == "free" => options with { FreePorts = true },
                "--lease" => options with { Lease = NumberOf(argument, rest) },
                "--no-simulator" => options, // read by AppHost.cs
                _ when argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('=', StringComparison.Ordinal) => options, // a given value
                _ => throw new DistributedApplicationException($"'{argument}' is not understood; see: dotnet run --project apphost -- help"),
            };
        return options;
    }

    public static int PrintUsage()
    {
        Console.WriteLine("""
            dotnet run --project apphost [-- options]

              (nothing)                 install what is missing, start everything, print one table
              doctor                    check this machine and print a fix for each failing line
              --fresh                   start empty: the data of the instance is deleted
              --no-simulator            leave the simulated partner system out
              --instance NAME           another private set of servers and services (default: local)
              --port-offset N           add N to the fixed ports
              --ports free              choose free ports instead of the fixed ones
              --lease PID               end when the process PID has ended
              --Parameters:NAME=VALUE   give a parameter; --ConnectionStrings:NAME=VALUE uses a server that exists already

            Addresses and pids: .handhaving/NAME/endpoints.json. Logs: .handhaving/logs, or .handhaving/NAME/logs for another instance.
            """);
        return 0;
    }

    private static int NumberOf(string option, Queue<string> rest) =>
        int.TryParse(ValueOf(option, rest), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new DistributedApplicationException($"{option} needs a number.");

    private static string ValueOf(string option, Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw new DistributedApplicationException($"{option} needs a value.");
}

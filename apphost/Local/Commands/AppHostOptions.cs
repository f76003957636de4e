using System.Globalization;
using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;

namespace Handhaving.AppHost.Local.Commands;

internal enum AppHostVerb
{
    Run,
    Doctor,
    Help,
}

/// <summary>What the command line asks for.</summary>
internal sealed record AppHostOptions(AppHostVerb Verb, string Instance)
{
    private const int Misunderstood = 2, FastestClock = 600;
    private static readonly string[] Scenarios = ["gewone-avond", "gewone-dag", "horeca", "jaarwisseling"];
    private const string Usage = """
        dotnet run --project apphost [-- options]

          (nothing)                 install what is missing, start everything, print one table
          doctor                    check this machine and print a fix for each failing line
          --fresh                   start empty: the data of the instance is deleted
          --no-simulator            leave the simulated partner system out
          --scenario NAME           what it plays: gewone-avond (default), gewone-dag, horeca, jaarwisseling
          --level L1|L2|L3          how busy: a region (default), a large city, the nation; L2 and L3 seed more units
          --clock N                 how many times faster than real, 1 to 600 (default: 60)
          --instance NAME           another private set of servers and services (default: local)
          --port-offset N           add N to the fixed ports
          --ports free              choose free ports instead of the fixed ones
          --lease PID               end when the process PID has ended
          --Parameters:NAME=VALUE   give a parameter; --ConnectionStrings:NAME=VALUE uses a server that exists already

        Addresses and pids: .handhaving/NAME/endpoints.json. Logs: .handhaving/logs, or .handhaving/NAME/logs for another instance.
        """;

    public bool Fresh { get; init; }

    public int PortOffset { get; init; }

    public bool FreePorts { get; init; }

    /// <summary>The process this run is kept for: with the last such process it ends.</summary>
    public int? Lease { get; init; }

    /// <summary>A run that `dotnet run` started ends when that is gone, even by kill -9.</summary>
    public bool EndsWithParent { get; init; } = true;

    /// <summary>What was not understood; shown above the usage.</summary>
    public string? Complaint { get; init; }

    public static AppHostOptions Parse(IReadOnlyList<string> arguments)
    {
        try
        {
            return ParseAll(arguments);
        }
        catch (DistributedApplicationException problem)
        {
            return new AppHostOptions(AppHostVerb.Help, Instances.Instance.Main) { Complaint = problem.Message };
        }
    }

    public int PrintUsage()
    {
        if (Complaint is not null)
            Console.Error.WriteLine(Complaint);
        Console.WriteLine(Usage);
        return Complaint is null ? 0 : Misunderstood;
    }

    private static AppHostOptions ParseAll(IReadOnlyList<string> arguments)
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
                "--no-simulator" => options, // read by AppHost.cs, as are the next three
                "--scenario" => Scenario(ValueOf(argument, rest), options),
                "--clock" => Clock(NumberOf(argument, rest), options),
                "--level" => Level(ValueOf(argument, rest), options),
                _ when argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('=', StringComparison.Ordinal) => options, // a given value
                _ => throw new DistributedApplicationException($"'{argument}' is not understood."),
            };
        return options;
    }

    private static AppHostOptions Scenario(string scenario, AppHostOptions options) => Scenarios.Contains(scenario)
        ? options
        : throw new DistributedApplicationException($"There is no scenario {scenario}. Give --scenario one of: {string.Join(", ", Scenarios)}.");

    private static AppHostOptions Clock(int clock, AppHostOptions options) => clock is >= 1 and <= FastestClock
        ? options
        : throw new DistributedApplicationException($"--clock {clock} cannot be played. Give a number from 1 to {FastestClock}: 1 is real time, 60 a minute a second.");

    private static AppHostOptions Level(string level, AppHostOptions options) => level is "L1" or "L2" or "L3"
        ? options
        : throw new DistributedApplicationException($"There is no level {level}. Give --level L1, L2 or L3.");

    private static int NumberOf(string option, Queue<string> rest) =>
        int.TryParse(ValueOf(option, rest), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new DistributedApplicationException($"{option} needs a number.");

    private static string ValueOf(string option, Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw new DistributedApplicationException($"{option} needs a value.");
}

using System.Diagnostics;

namespace Handhaving.AppHost.Local.Processes;

/// <summary>Turns a launch into the command that starts it: in a session of its own, tied to the life of this process, as the right account.</summary>
internal static class CommandLine
{
    // What belongs to this process alone; a service must not take it for its own.
    private static readonly string[] Private = ["ConnectionStrings__", "Parameters__", "services__", "ASPNETCORE_", "OTEL_SERVICE_NAME", "DOTNET_LAUNCH_PROFILE", "TESTINGPLATFORM_"];

    public static ProcessStartInfo For(Launch launch)
    {
        var start = new ProcessStartInfo("setsid")
        {
            WorkingDirectory = launch.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        Add(start, "setpriv", "--pdeathsig", launch.OrphanSignal switch
        {
            UnixSignal.Interrupt => "INT",
            UnixSignal.Terminate => "TERM",
            _ => "KILL",
        });
        if (launch.User is { } user && Unix.IsRoot)
            Add(start, "--reuid", user, "--regid", user, "--init-groups");
        Add(start, ["--", launch.Executable, .. launch.Arguments]);
        foreach (var name in start.Environment.Keys.Where(IsPrivate).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in launch.Environment)
            start.Environment[name] = value;
        return start;
    }

    private static bool IsPrivate(string name) => Private.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static void Add(ProcessStartInfo start, params string[] arguments)
    {
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
    }
}

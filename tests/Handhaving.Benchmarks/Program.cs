using System.CommandLine;
using System.Globalization;
using Handhaving.Benchmarks;
using Handhaving.Benchmarks.Bare;

if (args is [BareServer.Command, var port])
{
    await BareServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture));
    return 0;
}

// Servers and services are children of this process and end with it, also on Ctrl+C.
return await BenchmarkCommand.Create().Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });

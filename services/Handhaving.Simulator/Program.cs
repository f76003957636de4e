using Handhaving.Simulator.Commands;
using Microsoft.Extensions.Configuration;

var environment = Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT");
var configuration = new ConfigurationBuilder()
    .SetBasePath(AppContext.BaseDirectory)
    .AddJsonFile($"appsettings.{environment}.json", optional: true)
    .AddEnvironmentVariables()
    .Build();
var command = new SimulatorCommand().Create(configuration, TimeProvider.System, new Play(Console.Out, TimeProvider.System).RunAsync);

// Ctrl+C and SIGTERM stop the arrivals; the evening then finishes its open work and prints its ledger within its own limits.
return await command.Parse(args).InvokeAsync(new() { ProcessTerminationTimeout = TimeSpan.FromSeconds(100) });

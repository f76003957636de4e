using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Handhaving.Simulator.Scenario;
using Microsoft.Extensions.Configuration;

namespace Handhaving.Simulator.Commands;

/// <summary>The command line.</summary>
public sealed class SimulatorCommand
{
    private readonly Option<string> scenario = new("--scenario") { Description = "What happens.", DefaultValueFactory = _ => "gewone-avond" };
    private readonly Option<string> level = new("--level") { Description = "How busy it is.", DefaultValueFactory = _ => "L1" };
    private readonly Option<int> seed = new("--seed") { Description = "Determines the whole evening.", DefaultValueFactory = _ => 1 };
    private readonly Option<int> speed = new("--speed") { Description = "Times faster than real, 1 to 600.", DefaultValueFactory = _ => 60 };
    private readonly Option<TimeSpan> start = new("--start") { Description = "Time of day at which it begins.", DefaultValueFactory = _ => TimeSpan.FromHours(18) };
    private readonly Option<TimeSpan> duration = new("--duration") { Description = "Simulated length, hh:mm:ss.", DefaultValueFactory = _ => TimeSpan.FromHours(6) };
    private readonly Option<bool> forever = new("--forever") { Description = "Evening after evening, each with the next seed." };
    private readonly Option<string> run = new("--run") { Description = "Name of the run: the same run and seed repeat the same request_ids. Default: the time." };
    private readonly Option<Uri?> gateway = new("--gateway") { Description = "gRPC address of the gateway. Default: services__gateway__grpc__0.", CustomParser = ParseUri };
    private readonly Option<Uri?> identity = new("--identity") { Description = "Address of the identity provider. Default: services__identity__http__0.", CustomParser = ParseUri };
    private readonly Option<FileInfo> report = new("--report") { Description = "File for the report as JSON." };

    /// <summary>The root command; the action gets the settings, or the reason why there are none is shown.</summary>
    public RootCommand Create(IConfiguration configuration, TimeProvider time, Func<SimulatorSettings, CancellationToken, Task<int>> play)
    {
        scenario.AcceptOnlyFromAmong([.. Scenarios.All.Keys]);
        level.AcceptOnlyFromAmong([.. LoadLevel.All.Keys]);
        speed.Validators.Add(result => Require(result, result.GetValueOrDefault<int>() is >= 1 and <= 600, "--speed is 1 to 600."));
        duration.Validators.Add(result => Require(result, result.GetValueOrDefault<TimeSpan>() > TimeSpan.Zero, "--duration is longer than nothing."));
        var command = new RootCommand("Plays an evening as a partner system and holds its ledger against the platform.")
        {
            scenario, level, seed, speed, start, duration, forever, run, gateway, identity, report,
        };
        command.Validators.Add(result => RequireAddresses(result, configuration));
        command.SetAction((parsed, cancellation) => play(Read(parsed, configuration, time), cancellation));
        return command;
    }

    private SimulatorSettings Read(ParseResult parsed, IConfiguration configuration, TimeProvider time) => new()
    {
        Scenario = Scenarios.All[parsed.GetRequiredValue(scenario)],
        Level = LoadLevel.All[parsed.GetRequiredValue(level)],
        Seed = parsed.GetValue(seed),
        Run = parsed.GetValue(run) ?? time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture),
        Speed = parsed.GetValue(speed),
        StartOfDay = parsed.GetValue(start),
        Duration = parsed.GetValue(duration),
        Forever = parsed.GetValue(forever),
        Gateway = parsed.GetValue(gateway) ?? new Uri(configuration[GatewayKey] ?? ""),
        Identity = parsed.GetValue(identity) ?? new Uri(configuration[IdentityKey] ?? ""),
        ClientSecret = configuration[SecretKey] ?? "",
        ReportFile = parsed.GetValue(report),
    };

    private const string GatewayKey = "services:gateway:grpc:0", IdentityKey = "services:identity:http:0", SecretKey = "Clients:PartnerSimulator:Secret";

    private void RequireAddresses(CommandResult result, IConfiguration configuration)
    {
        Require(result, result.GetResult(gateway) is not null || configuration[GatewayKey] is not null, "Give --gateway or services__gateway__grpc__0.");
        Require(result, result.GetResult(identity) is not null || configuration[IdentityKey] is not null, "Give --identity or services__identity__http__0.");
        Require(result, configuration[SecretKey] is not null, "Give Clients__PartnerSimulator__Secret.");
    }

    private static Uri? ParseUri(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
            return address;
        result.AddError($"{result.Tokens[0].Value} is not an address like http://gateway:5101.");
        return null;
    }

    private static void Require(SymbolResult result, bool holds, string otherwise)
    {
        if (!holds)
            result.AddError(otherwise);
    }
}

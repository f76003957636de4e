using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Handhaving.Simulator.Scenario;
using Microsoft.Extensions.Configuration;

namespace Handhaving.Simulator.Commands;

/// <summary>The command line.</summary>
public sealed class SimulatorCommand
{
    private const double LongestHours = 48;
    private const int FastestClock = 600;
    private const string GatewayKey = "services:gateway:grpc:0", IdentityKey = "services:identity:http:0", SecretKey = "Clients:PartnerSimulator:Secret";

    private readonly Option<string> scenario = new("--scenario") { Description = $"What happens: {string.Join(", ", Scenarios.All.Keys)}.", DefaultValueFactory = _ => "gewone-avond" };
    private readonly Option<string> level = new("--level") { Description = $"How busy it is: {string.Join(", ", LoadLevel.All.Keys)}.", DefaultValueFactory = _ => "L1" };
    private readonly Option<int> seed = new("--seed") { Description = "Determines all that comes in.", DefaultValueFactory = _ => 1 };
    private readonly Option<int> clock = new("--clock") { Description = $"Times faster than real, 1 to {FastestClock}.", DefaultValueFactory = _ => 60 };
    private readonly Option<TimeSpan?> start = new("--start") { Description = "Time of day at which it begins, hh:mm. Default: that of the scenario.", CustomParser = ParseStart };
    private readonly Option<double?> hours = new("--hours") { Description = $"Simulated hours, up to {LongestHours}. Default: those of the scenario.", CustomParser = ParseHours };
    private readonly Option<bool> forever = new("--forever") { Description = "Evening after evening, each with the next seed." };
    private readonly Option<string> run = new("--run") { Description = "Name of the run: the same run and seed repeat the same request_ids. Default: the time." };
    private readonly Option<Uri?> gateway = new("--gateway") { Description = "gRPC address of the gateway. Default: services__gateway__grpc__0.", CustomParser = ParseUri };
    private readonly Option<Uri?> identity = new("--identity") { Description = "Address of the identity provider. Default: services__identity__http__0.", CustomParser = ParseUri };
    private readonly Option<FileInfo> report = new("--report") { Description = "File for the report as JSON." };

    /// <summary>The root command; the action gets the settings, or the reason why there are none is shown.</summary>
    public RootCommand Create(IConfiguration configuration, TimeProvider time, Func<SimulatorSettings, CancellationToken, Task<int>> play)
    {
        scenario.Validators.Add(result => RequireKnown(result, Scenarios.All.Keys));
        level.Validators.Add(result => RequireKnown(result, LoadLevel.All.Keys));
        clock.Validators.Add(result => Require(result, result.GetValueOrDefault<int>() is >= 1 and <= FastestClock, $"--clock is 1 to {FastestClock}: 1 is real time, 60 a minute a second."));
        report.Validators.Add(result => Require(result, result.GetValueOrDefault<FileInfo>().Directory is { Exists: true }, "--report: the folder of this file does not exist."));
        var command = new RootCommand("Plays an evening, a day or a night as a partner system and holds its ledger against the platform.")
        {
            scenario, level, seed, clock, start, hours, forever, run, gateway, identity, report,
        };
        command.Validators.Add(result => RequireAddresses(result, configuration));
        command.SetAction((parsed, cancellation) => play(Read(parsed, configuration, time), cancellation));
        return command;
    }

    private SimulatorSettings Read(ParseResult parsed, IConfiguration configuration, TimeProvider time)
    {
        var shape = Scenarios.All[parsed.GetRequiredValue(scenario)];
        return new()
        {
            Scenario = shape,
            Level = LoadLevel.All[parsed.GetRequiredValue(level)],
            Seed = parsed.GetValue(seed),
            Run = parsed.GetValue(run) ?? time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture),
            Clock = parsed.GetValue(clock),
            StartOfDay = parsed.GetValue(start) ?? shape.StartOfDay,
            Duration = parsed.GetValue(hours) is { } asked ? TimeSpan.FromHours(asked) : shape.Duration,
            Forever = parsed.GetValue(forever),
            Gateway = parsed.GetValue(gateway) ?? new Uri(configuration[GatewayKey] ?? ""),
            Identity = parsed.GetValue(identity) ?? new Uri(configuration[IdentityKey] ?? ""),
            ClientSecret = configuration[SecretKey] ?? "",
            ReportFile = parsed.GetValue(report),
        };
    }

    private void RequireAddresses(CommandResult result, IConfiguration configuration)
    {
        Require(result, result.GetResult(gateway) is not null || configuration[GatewayKey] is not null, "Give --gateway or services__gateway__grpc__0.");
        Require(result, result.GetResult(identity) is not null || configuration[IdentityKey] is not null, "Give --identity or services__identity__http__0.");
        Require(result, configuration[SecretKey] is not null, "Give Clients__PartnerSimulator__Secret.");
    }

    private static void RequireKnown(OptionResult result, IEnumerable<string> known)
    {
        var given = result.GetValueOrDefault<string>();
        Require(result, known.Contains(given), $"There is no {given}. Give {result.Option.Name} one of: {string.Join(", ", known)}.");
    }

    private static Uri? ParseUri(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address))
            return address;
        result.AddError($"{result.Tokens[0].Value} is not an address like http://gateway:5101.");
        return null;
    }

    private static TimeSpan? ParseStart(ArgumentResult result)
    {
        if (TimeOnly.TryParseExact(result.Tokens[0].Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var given)) return given.ToTimeSpan();
        result.AddError($"--start {result.Tokens[0].Value} is no time of day: give 00:00 to 23:59.");
        return null;
    }

    private static double? ParseHours(ArgumentResult result)
    {
        if (double.TryParse(result.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given) && given is > 0 and <= LongestHours)
            return given;
        result.AddError($"--hours {result.Tokens[0].Value} cannot be played: give a number over 0 up to {LongestHours}, for example 6 or 0.5.");
        return null;
    }

    private static void Require(SymbolResult result, bool holds, string otherwise)
    {
        if (!holds)
            result.AddError(otherwise);
    }
}

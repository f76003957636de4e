using System.Text.Json;
using Handhaving.Simulator.Evenings;
using Handhaving.Simulator.Ledger;
using Handhaving.Simulator.Scenario;
using Handhaving.Simulator.Wire;

namespace Handhaving.Simulator.Commands;

/// <summary>Plays the evenings that the settings ask for.</summary>
public sealed class Play(TextWriter output, TimeProvider time)
{
    private const int Unreachable = 2;
    private static readonly TimeSpan BetweenEvenings = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Exit code of the worst evening.</summary>
    public async Task<int> RunAsync(SimulatorSettings settings, CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        using var tokens = new TokenSource(http, settings.Identity, settings.ClientSecret, time);
        using var channel = Gateway.Open(settings.Gateway);
        var worst = 0;
        for (var seed = settings.Seed; ; seed++)
        {
            var ledger = new LedgerBook();
            var platform = new Platform(channel, new Caller(ledger, tokens, time, new Chance(seed, "back-off")));
            worst = Math.Max(worst, await EveningAsync(settings, seed, ledger, platform, stop));
            if (!settings.Forever || stop.IsCancellationRequested)
                return worst;
            await Task.Delay(BetweenEvenings, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested)
                return worst;
        }
    }

    private async Task<int> EveningAsync(SimulatorSettings settings, int seed, LedgerBook ledger, Platform platform, CancellationToken stop)
    {
        var plan = PlanDraw.Draw(settings.Scenario, settings.Level, seed, settings.StartOfDay, settings.Duration);
        var evening = new Evening(platform, ledger, plan, new Pace(settings.Run, settings.Clock, output), time);
        try
        {
            var report = await evening.RunAsync(stop);
            await output.WriteLineAsync(ReportText.Of(report));
            if (settings.ReportFile is { } file)
                await File.WriteAllTextAsync(file.FullName, JsonSerializer.Serialize(report, Json), CancellationToken.None);
            return report.ExitCode;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception gone) when (gone is UnansweredException or RefusedException or NotReadyException)
        {
            await output.WriteLineAsync($"The evening could not be played: {gone.Message} {gone.InnerException?.Message}");
            return Unreachable;
        }
    }
}

using Handhaving.Simulator.Commands;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Handhaving.Simulator.Tests.Commands;

public sealed class SimulatorCommandTests
{
    private static readonly Dictionary<string, string?> Platform = new()
    {
        ["services:gateway:grpc:0"] = "http://gateway:5101",
        ["services:identity:http:0"] = "http://identity:5110",
        ["Clients:PartnerSimulator:Secret"] = "secret",
    };

    [Theory]
    [InlineData("--scenario nieuwjaar", "There is no nieuwjaar. Give --scenario one of: gewone-avond, gewone-dag, horeca, jaarwisseling.")]
    [InlineData("--level L9", "There is no L9. Give --level one of: L1, L2, L3.")]
    [InlineData("--clock 0", "1 to 600")]
    [InlineData("--clock 601", "1 to 600")]
    [InlineData("--hours 0", "give a number over 0")]
    [InlineData("--hours 49", "up to 48")]
    [InlineData("--hours many", "for example 6 or 0.5")]
    [InlineData("--start 24:00:00", "00:00 to 23:59")]
    [InlineData("--start 25:00", "00:00 to 23:59")]
    [InlineData("--start noon", "00:00 to 23:59")]
    [InlineData("--report /no/such/folder/report.json", "does not exist")]
    [InlineData("--gateway nowhere", "nowhere")]
    public async Task A_wrong_option_is_refused_with_its_reason(string arguments, string expected)
    {
        var (code, error, played) = await RunAsync(arguments, Platform);

        Assert.Equal((1, null), (code, played));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("services:gateway:grpc:0", "services__gateway__grpc__0")]
    [InlineData("services:identity:http:0", "services__identity__http__0")]
    [InlineData("Clients:PartnerSimulator:Secret", "Clients__PartnerSimulator__Secret")]
    public async Task What_the_environment_lacks_is_named(string missing, string expected)
    {
        var (code, error, _) = await RunAsync("", Platform.Where(pair => pair.Key != missing).ToDictionary());

        Assert.Equal(1, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_defaults_are_an_ordinary_evening_of_six_hours_from_six()
    {
        var (code, _, played) = await RunAsync("--seed 9 --run demo", Platform);

        Assert.Equal(0, code);
        Assert.Equal(
            ("L1", 9, "demo", TimeSpan.FromHours(18), TimeSpan.FromHours(6), false, new Uri("http://gateway:5101")),
            (played?.Level.Name, played?.Seed, played?.Run, played?.StartOfDay, played?.Duration, played?.Forever, played?.Gateway));
    }

    [Theory]
    [InlineData("--scenario gewone-dag", "gewone-dag", 0, 24)]
    [InlineData("--scenario horeca", "horeca", 20, 9)]
    [InlineData("--scenario jaarwisseling", "jaarwisseling", 20, 8)]
    [InlineData("--scenario horeca --start 22:30 --hours 1.5", "horeca", 22.5, 1.5)]
    public async Task A_scenario_has_its_own_hours_unless_others_are_asked(string arguments, string scenario, double start, double hours)
    {
        var (_, _, played) = await RunAsync(arguments, Platform);

        Assert.Equal((scenario, TimeSpan.FromHours(start), TimeSpan.FromHours(hours)), (played?.Scenario.Name, played?.StartOfDay, played?.Duration));
    }

    private static async Task<(int Code, string Error, SimulatorSettings? Played)> RunAsync(string arguments, Dictionary<string, string?> environment)
    {
        SimulatorSettings? played = null;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(environment).Build();
        var command = new SimulatorCommand().Create(configuration, TimeProvider.System, (settings, _) =>
        {
            played = settings;
            return Task.FromResult(0);
        });
        using var error = new StringWriter();
        var code = await command.Parse(arguments).InvokeAsync(new() { Error = error, Output = TextWriter.Null }, TestContext.Current.CancellationToken);
        return (code, error.ToString(), played);
    }
}

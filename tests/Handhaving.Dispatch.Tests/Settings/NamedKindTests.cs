using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Settings;

/// <summary>A setting that names a kind of incident names one that exists where it holds, and a list in which one is missing that is still named is refused.</summary>
public sealed class NamedKindTests(DispatchRegion region)
{
    private const string Horse = """{"code":"animal.horse","displayName":"Paard","domains":["PublicSpace"],"theme":"1.2","leadership":"BoaFirst"}""";
    private const string Window = """[{"days":["Friday"],"from":"18:00:00","to":"23:00:00","minimum":2,"types":["%"]}]""";
    private readonly Person municipality = new(region, "admin-bl-02", "functional-admin", ["0965", "0899", "0986"], []);
    private readonly Person team = new(region, "team-admin-bl", "functional-admin", [], ["brunssum-landgraaf"]);

    [Theory]
    [InlineData("dispatch.interruptible-types", """["youth.groep"]""", "youth.groep bestaat niet. In deze familie bestaan: youth.group, youth.nuisance.")]
    [InlineData("dispatch.interruptible-types", """["youth"]""", "youth bestaat niet. In deze familie bestaan: youth.group, youth.nuisance.")]
    [InlineData("dispatch.interruptible-types", """["draken.groot"]""", "draken.groot bestaat niet. De families zijn: aggression, alcohol, animal,")]
    [InlineData("dispatch.crew-windows", """[{"days":["Friday"],"from":"18:00:00","to":"23:00:00","minimum":2,"types":["youth.groep"]}]""", "youth.groep bestaat niet. In deze familie bestaan: youth.group, youth.nuisance.")]
    public async Task A_kind_that_nobody_knows_is_refused_with_those_that_are_known(string key, string value, string problem)
    {
        var refused = await RefusedAsync(municipality, "municipalities/0965", key, value);

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_SETTING_VALUE"), (refused.Code, refused.Reason));
        Assert.Contains(problem, refused.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_own_kind_can_be_named_and_then_stays_on_the_list_or_is_off_until_nobody_names_it()
    {
        const string owner = "municipalities/0965";
        await DecideAsync(municipality, owner, "dispatch.incident-types", $"[{Horse}]");
        await DecideAsync(municipality, owner, "dispatch.interruptible-types", """["animal.horse"]""");
        await DecideAsync(municipality, owner, "dispatch.crew-windows", Window.Replace("%", "animal.horse", StringComparison.Ordinal));

        var gone = await RefusedAsync(municipality, owner, "dispatch.incident-types", "[]");
        await DecideAsync(municipality, owner, "dispatch.incident-types", $"[{Horse.Replace("}", ""","isOff":true}""", StringComparison.Ordinal)}]");
        await DecideAsync(municipality, owner, "dispatch.interruptible-types", "[]");
        var still = await RefusedAsync(municipality, owner, "dispatch.incident-types", "[]");
        await DecideAsync(municipality, owner, "dispatch.crew-windows", "[]");
        await DecideAsync(municipality, owner, "dispatch.incident-types", "[]");

        Assert.Contains("animal.horse ontbreekt, en staat nog in dispatch.interruptible-types", gone.Dutch, StringComparison.Ordinal);
        Assert.Contains("animal.horse ontbreekt, en staat nog in dispatch.crew-windows", still.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_decided_for_later_counts_from_then_on()
    {
        const string owner = "municipalities/0899";
        var (tomorrow, later) = (DateTime.UtcNow.AddDays(1), DateTime.UtcNow.AddDays(2));
        var cow = Horse.Replace("horse", "cow", StringComparison.Ordinal);
        await DecideAsync(municipality, owner, "dispatch.incident-types", $"[{cow}]", tomorrow);

        var tooEarly = await RefusedAsync(municipality, owner, "dispatch.interruptible-types", """["animal.cow"]""");
        await DecideAsync(municipality, owner, "dispatch.interruptible-types", """["animal.cow"]""", later);
        var gone = await RefusedAsync(municipality, owner, "dispatch.incident-types", "[]", tomorrow.AddHours(1));
        await DecideAsync(municipality, owner, "dispatch.interruptible-types", "[]", later);
        await DecideAsync(municipality, owner, "dispatch.incident-types", "[]", tomorrow);

        Assert.Contains("animal.cow bestaat niet", tooEarly.Dutch, StringComparison.Ordinal);
        Assert.Contains("animal.cow ontbreekt", gone.Dutch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_takes_a_kind_away_is_told_that_one_of_its_municipalities_names_it_and_not_which()
    {
        var goose = Horse.Replace("horse", "goose", StringComparison.Ordinal);
        await DecideAsync(team, "teams/brunssum-landgraaf", "dispatch.incident-types", $"[{goose}]");
        await DecideAsync(municipality, "municipalities/0986", "dispatch.interruptible-types", """["animal.goose"]""");

        var gone = await RefusedAsync(team, "teams/brunssum-landgraaf", "dispatch.incident-types", "[]");
        await DecideAsync(municipality, "municipalities/0986", "dispatch.interruptible-types", "[]");
        await DecideAsync(team, "teams/brunssum-landgraaf", "dispatch.incident-types", "[]");

        Assert.Contains("animal.goose ontbreekt, en een gemeente van dit team noemt die nog in dispatch.interruptible-types", gone.Dutch, StringComparison.Ordinal);
        Assert.DoesNotContain("0986", gone.Dutch, StringComparison.Ordinal);
    }

    private static async Task<Failure> RefusedAsync(Person person, string owner, string key, string value, DateTime? from = null) =>
        await Failure.OfAsync(person.Settings.ChangeSettingAsync(await ChangeAsync(person, owner, key, value, from), person.Call));

    private static async Task DecideAsync(Person person, string owner, string key, string value, DateTime? from = null) =>
        await person.Settings.ChangeSettingAsync(await ChangeAsync(person, owner, key, value, from), person.Call);

    private static async Task<V1.ChangeSettingRequest> ChangeAsync(Person person, string owner, string key, string value, DateTime? from)
    {
        var name = $"{owner}/settings/{key}";
        var before = (await person.Settings.GetSettingAsync(new() { Name = name }, person.Call)).Setting;
        var setting = new Access.V1.Setting { Name = name, Value = value, Etag = before.Etag, ChangeReason = "proef", ValidFromTime = from is { } at ? Timestamp.FromDateTime(at) : null };
        return new() { Setting = setting, RequestId = Work.NewRequest() };
    }
}

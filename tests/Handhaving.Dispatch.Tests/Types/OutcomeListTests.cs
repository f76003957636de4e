using System.Text.Json;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Types;

/// <summary>Outcomes are the municipality's own list (dispatch 8).</summary>
public sealed class OutcomeListTests(DispatchRegion region)
{
    [Theory]
    [InlineData("[]", "1 tot en met 100")]
    [InlineData("{}", "niet leesbaar")]
    [InlineData("[null]", "1 tot en met 100")]
    [InlineData("""[{"code":"Boete","displayName":"Boete"}]""", "kleine letters")]
    [InlineData("""[{"displayName":"Boete"}]""", "kleine letters")]
    [InlineData("""[{"code":"fine","displayName":"Boete","kleur":"rood"}]""", "niet leesbaar")]
    [InlineData("""[{"code":"fine","displayName":"\u3164"}]""", "een naam")]
    [InlineData("""[{"code":"fine","displayName":"  "}]""", "een naam")]
    [InlineData("""[{"code":"fine","displayName":"Boete"},{"code":"fine","displayName":"Bekeuring"}]""", "meer dan een keer")]
    public void A_list_that_nobody_can_work_with_is_refused_with_what_is_wrong(string json, string problem) =>
        Assert.Contains(problem, Assert.Single(OutcomeList.ProblemsOf(JsonElement.Parse(json))), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_outcome_is_refused_with_those_that_exist()
    {
        Assert.Empty(OutcomeList.ProblemsOf(JsonElement.Parse(OutcomeList.DefaultJson)));
        var usual = OutcomeList.Read(OutcomeList.DefaultJson);

        var refused = Assert.Throws<RuleBroken>(() => usual.Require("no-such"));

        Assert.Equal(string.Join(", ", usual.All.Select(outcome => outcome.Code)), refused.Metadata["known"]);
        Assert.Contains("waarschuwing (warning)", refused.Metadata["knownLabel"], StringComparison.Ordinal);
        foreach (var outcome in usual.All) usual.Require(outcome.Code);
    }

    [Fact]
    public async Task What_a_municipality_decides_is_listed_and_recorded_there_and_nowhere_else()
    {
        const string name = "municipalities/0986/settings/dispatch.outcomes";
        var value = OutcomeList.DefaultJson.Replace("[", """[{"code":"dog-home","displayName":"Hond naar huis"},""", StringComparison.Ordinal); // other tests go on with the usual ones
        var admin = new Person(region, "admin-bl-01", "functional-admin", ["0986"], []);
        var desk = Person.FromLandgraaf(region);
        var before = (await admin.Settings.GetSettingAsync(new() { Name = name }, admin.Call)).Setting;
        await admin.Settings.ChangeSettingAsync(new() { Setting = new() { Name = name, Value = value, ChangeReason = "proef", Etag = before.Etag }, RequestId = Work.NewRequest() }, admin.Call);

        var here = (await desk.Incidents.ListIncidentTypesAsync(new() { Parent = "municipalities/0986" }, desk.Call)).Dispositions;
        var there = (await desk.Incidents.ListIncidentTypesAsync(new() { Parent = "municipalities/0899" }, desk.Call)).Dispositions;

        Assert.Equal(["dog-home", .. there.Select(outcome => outcome.Code)], here.Select(outcome => outcome.Code));
    }
}

using System.Text.Json;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Types;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Types;

/// <summary>Outcomes are the municipality's own list (dispatch 8).</summary>
public sealed class OutcomeListTests(DispatchRegion region)
{
    private readonly Person admin = new(region, "admin-bl-01", "functional-admin", ["0986"], []);
    private readonly Person desk = Person.FromLandgraaf(region);

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
        await DecideAsync(WithUsual("""{"code":"dog-home","displayName":"Hond naar huis"}"""));

        var here = (await desk.Incidents.ListIncidentTypesAsync(new() { Parent = "municipalities/0986" }, desk.Call)).Dispositions;
        var there = (await desk.Incidents.ListIncidentTypesAsync(new() { Parent = "municipalities/0899" }, desk.Call)).Dispositions;

        Assert.Equal(["dog-home", .. there.Select(outcome => outcome.Code)], here.Select(outcome => outcome.Code));
    }

    [Fact]
    public async Task Another_name_for_an_outcome_renames_no_history()
    {
        await DecideAsync(WithUsual("""{"code":"dog-home","displayName":"Hond naar huis","englishDisplayName":"Dog taken home"}"""));
        var incident = await desk.ReportAsync("0986");
        await desk.Incidents.RecordDispositionAsync(new() { Name = incident.Name, Etag = incident.Etag, Disposition = "dog-home", RequestId = Work.NewRequest() }, desk.Call);

        await DecideAsync(WithUsual("""{"code":"dog-home","displayName":"Viervoeter thuis"}"""));

        var read = (await desk.Incidents.GetIncidentAsync(new() { Name = incident.Name }, desk.Call)).Incident;
        Assert.Equal([new V1.Disposition { Code = "dog-home", DisplayName = "Hond naar huis", EnglishDisplayName = "Dog taken home" }], read.Outcomes);
        var history = (await desk.Incidents.ListTimelineEntriesAsync(new() { Parent = incident.Name }, desk.Call)).Entries;
        Assert.Equal([("dog-home", "Hond naar huis")], history.SelectMany(entry => entry.Changes).Where(change => change.Field == "dispositions").Select(change => (change.To, change.ToDisplayName)));
        var reopened = (await desk.Incidents.ReopenIncidentAsync(new() { Name = read.Name, Etag = read.Etag, Reason = "weer raak", RequestId = Work.NewRequest() }, desk.Call)).Incident;
        Assert.Empty(reopened.Outcomes);
    }

    [Fact]
    public async Task A_hundred_outcomes_with_the_longest_names_are_kept()
    {
        var usual = OutcomeList.Read(OutcomeList.DefaultJson).All.Count;
        var value = WithUsual(string.Join(',', Enumerable.Range(100, 100 - usual).Select(number => JsonSerializer.Serialize(new { code = $"{new string('x', 61)}{number}", displayName = new string('ö', 60), englishDisplayName = new string('é', 60) }))));

        var kept = await DecideAsync(value);
        var listed = (await admin.Settings.ListSettingsAsync(new() { Parent = "municipalities/0986", PageSize = 100 }, admin.Call)).Settings;

        Assert.Equal(value, kept.Value);
        Assert.Equal(OutcomeList.Read(value).All, OutcomeList.Read(listed.Single(setting => setting.Name == kept.Name).Value).All);
    }

    // Other tests go on with the usual ones.
    private static string WithUsual(string own) => OutcomeList.DefaultJson.Replace("[", $"[{own},", StringComparison.Ordinal);

    private async Task<Handhaving.Access.V1.Setting> DecideAsync(string value)
    {
        const string name = "municipalities/0986/settings/dispatch.outcomes";
        var before = (await admin.Settings.GetSettingAsync(new() { Name = name }, admin.Call)).Setting;
        return (await admin.Settings.ChangeSettingAsync(new() { Setting = new() { Name = name, Value = value, ChangeReason = "proef", Etag = before.Etag }, RequestId = Work.NewRequest() }, admin.Call)).Setting;
    }
}

using System.Text.Json;
using Grpc.Core;
using Handhaving.Dispatch.Officers;
using Handhaving.Dispatch.Tests.Loans;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Types;

namespace Handhaving.Dispatch.Tests.Types;

/// <summary>Kinds of incident are the municipality's own, over the list that ships.</summary>
public sealed class KindListTests(DispatchRegion region)
{
    private const string Name = "municipalities/1954/settings/dispatch.incident-types";
    private const string Horse = """{"code":"animal.horse","displayName":"Paard op de weg","englishDisplayName":"Horse on the road","domains":["PublicSpace"],"theme":"1.2","leadership":"BoaFirst","defaultPriority":4,"stayMinutes":45}""";
    private readonly Person admin = new(region, "admin-bl-01", "functional-admin", ["1954"], []);
    private readonly Person desk = Person.FromLandgraaf(region);

    [Theory]
    [InlineData("{}", "niet leesbaar")]
    [InlineData("[null]", "geen lege")]
    [InlineData("""[{"displayName":"Paard"}]""", "een familie, een punt")]
    [InlineData("""[{"code":"draken.groot","displayName":"Draak","domains":["PublicSpace"],"theme":"1.2","leadership":"BoaFirst"}]""", "deze familie bestaat niet")]
    [InlineData("""[{"code":"animal.horse","domains":["PublicSpace"],"theme":"1.2","leadership":"BoaFirst"}]""", "een displayName")]
    [InlineData("""[{"code":"animal.horse","displayName":"Paard","theme":"1.2","leadership":"BoaFirst"}]""", "heeft domains")]
    [InlineData("""[{"code":"animal.horse","displayName":"Paard","domains":["PublicSpace"],"theme":"9.9","leadership":"BoaFirst"}]""", "een theme")]
    [InlineData("""[{"code":"animal.horse","displayName":"Paard","domains":["PublicSpace"],"theme":"1.2"}]""", "heeft leadership")]
    [InlineData("""[{"code":"animal.horse","displayName":"Paard","domains":["PublicSpace"],"theme":"1.2","leadership":"BoaFirst","equipment":["lasso"]}]""", "lasso bestaat niet")]
    [InlineData("""[{"code":"animal.dog","domains":["Environment"]}]""", "liggen vast")]
    [InlineData("""[{"code":"animal.dog","displayName":"\u3164"}]""", "1 tot en met 60")]
    [InlineData("""[{"code":"animal.dog","defaultPriority":6}]""", "defaultPriority")]
    [InlineData("""[{"code":"animal.dog","stayMinutes":241}]""", "stayMinutes")]
    [InlineData("""[{"code":"animal.dog","minimumCrew":0}]""", "minimumCrew")]
    [InlineData("""[{"code":"animal.dog"},{"code":"animal.dog","isOff":true}]""", "meer dan een keer")]
    [InlineData("""[{"code":"animal.dog","kleur":"bruin"}]""", "niet leesbaar")]
    public void A_list_that_nobody_can_work_with_is_refused_with_what_is_wrong(string json, string problem) =>
        Assert.Contains(problem, Assert.Single(KindProblems.Of(JsonElement.Parse(json))), StringComparison.Ordinal);

    [Theory]
    [InlineData("""[{"code":"assault.fight","leadership":"BoaFirst"}]""")]
    [InlineData("""[{"code":"assault.child","displayName":"Kind geslagen","domains":["GeneralDetection"],"theme":"1.3","leadership":"Either"}]""")]
    public void C14_what_is_the_polices_alone_stays_so(string json) =>
        Assert.Contains("leidt alleen de politie", Assert.Single(KindProblems.Of(JsonElement.Parse(json))), StringComparison.Ordinal);

    [Theory]
    [InlineData("traffic.speeding", "", "leidt de politie alleen: traffic.accident, traffic.moving")]
    [InlineData("traffic.speeding", ""","like":"traffic.moving" """, "een vorm van traffic.moving leidt alleen de politie")]
    [InlineData("traffic.speeding", ""","like":"parking.nuisance" """, "like noemt een soort van deze familie")]
    [InlineData("environment.oil", ""","like":"environment.odour" """, "domains bevat wat environment.odour vraagt: Environment")]
    public void C40_in_a_family_that_holds_what_is_the_polices_alone_a_kind_says_what_it_is_a_form_of(string code, string like, string problem) =>
        Assert.Contains(problem, Assert.Single(KindProblems.Of(JsonElement.Parse($"[{Own(code, like, "BoaFirst")}]"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("traffic.speeding", "", "PoliceOnly")]
    [InlineData("traffic.cart", ""","like":"traffic.obstruction" """, "BoaFirst")]
    public void C40_what_is_left_to_the_police_or_a_form_of_what_boas_lead_is_taken(string code, string like, string leadership) =>
        Assert.Empty(KindProblems.Of(JsonElement.Parse($"[{Own(code, like, leadership)}]")));

    [Fact]
    public void C40_what_was_decided_before_that_was_asked_is_led_by_the_police()
    {
        var kinds = KindList.Over(IncidentCatalog.Shipped, KindDecision.Read($"[{Own("traffic.speeding", "", "BoaFirst")},{Own("traffic.cart", ""","like":"traffic.obstruction" """, "BoaFirst")}]"));

        Assert.Equal((Leadership.PoliceOnly, Leadership.BoaFirst), (kinds.Find("traffic.speeding").Leadership, kinds.Find("traffic.cart").Leadership));
    }

    [Fact]
    public void What_is_decided_stands_over_what_ships_and_the_rest_stays()
    {
        const string json = $$"""[{"code":"animal.dog","displayName":"Hond","leadership":"Either","minimumCrew":2,"defaultPriority":5},{"code":"animal.cat","isOff":true},{{Horse}},{"code":"bicycle.abandoned","isOff":true}]""";

        var kinds = KindList.Over(IncidentCatalog.Shipped, KindDecision.Read(json));

        var (shipped, dog, horse) = (IncidentCatalog.Shipped.Find("animal.dog"), kinds.Find("animal.dog"), kinds.Find("animal.horse"));
        Assert.Equal(shipped with { DisplayName = "Hond", Leadership = Leadership.Either, MinimumCrew = 2, DefaultPriority = 5, IsOwn = true }, dog);
        Assert.Equal(("Paard op de weg", "Horse on the road", 1, 4, 45, CompetenceDomain.PublicSpace), (horse.DisplayName, horse.EnglishDisplayName, horse.MinimumCrew, horse.DefaultPriority, horse.StayMinutes, horse.Domains.Single()));
        Assert.Equal(IncidentCatalog.Shipped.Types.Select(kind => kind.Code).Append("animal.horse").Except(["bicycle.abandoned"]).Order(StringComparer.Ordinal), kinds.All.Select(kind => kind.Code));
        Assert.Null(kinds.Find("waste.dumping").Kept);
    }

    [Fact]
    public async Task An_incident_keeps_the_kind_that_it_was_said_to_be()
    {
        await DecideAsync($$"""[{{Horse}},{"code":"animal.dog","displayName":"Hond"},{"code":"bicycle.abandoned","isOff":true}]""");
        var report = Work.Report("1954", "animal.horse");
        report.Incident.Priority = 0;

        var horse = (await desk.Incidents.ReportIncidentAsync(report, desk.Call)).Incident;
        var parked = await desk.ReportAsync("1954");
        var dog = (await desk.Incidents.ClassifyIncidentAsync(new() { Name = parked.Name, Etag = parked.Etag, Type = "animal.dog", Priority = 3, RequestId = Work.NewRequest() }, desk.Call)).Incident;
        var off = await Failure.OfAsync(desk.Incidents.ReportIncidentAsync(Work.Report("1954", "bicycle.abandoned"), desk.Call));
        var elsewhere = await Failure.OfAsync(desk.Incidents.ReportIncidentAsync(Work.Report("0882", "animal.horse"), desk.Call));
        var listed = (await desk.Incidents.ListIncidentTypesAsync(new() { Parent = "municipalities/1954", PageSize = 1000 }, desk.Call)).Types_;
        await DecideAsync("""[{"code":"animal.dog","displayName":"Viervoeter"}]""");

        Assert.Equal((V1.IncidentState.Pending, 4, "Paard op de weg"), (horse.State, horse.Priority, horse.TypeDisplayName));
        Assert.Equal(((StatusCode.InvalidArgument, "UNKNOWN_INCIDENT_TYPE"), "UNKNOWN_INCIDENT_TYPE"), ((off.Code, off.Reason), elsewhere.Reason));
        Assert.Equal(("Horse on the road", 4, 45), listed.Where(kind => kind.Code == "animal.horse").Select(kind => (kind.EnglishDisplayName, kind.DefaultPriority, kind.StayMinutes)).Single());
        Assert.DoesNotContain(listed, kind => kind.Code == "bicycle.abandoned");
        Assert.Equal(["Paard op de weg", "Hond"], (await Task.WhenAll(ReadAsync(horse), ReadAsync(dog))).Select(incident => incident.TypeDisplayName));
        await desk.Incidents.RecommendUnitsAsync(new() { Name = horse.Name }, desk.Call);
        var queue = (await desk.Incidents.RecommendQueueAsync(new() { Parent = "municipalities/1954", Limit = 100 }, desk.Call)).Entries;
        Assert.Equal("Paard op de weg", queue.Where(entry => entry.Incident == horse.Name).Select(entry => entry.TypeDisplayName).Single());
        Assert.Equal(horse, (await desk.Incidents.ReportIncidentAsync(report, desk.Call)).Incident); // answered as before
        var warned = (await desk.Incidents.ClassifyIncidentAsync(new() { Name = horse.Name, Etag = horse.Etag, Type = "animal.horse", Priority = 4, Cautions = { "schichtig" }, RequestId = Work.NewRequest() }, desk.Call)).Incident;
        Assert.Equal(("Paard op de weg", "schichtig"), (warned.TypeDisplayName, Assert.Single(warned.Cautions)));
        var line = (await desk.Incidents.ListTimelineEntriesAsync(new() { Parent = dog.Name }, desk.Call)).Entries[^1];
        Assert.Equal((IncidentCatalog.Shipped.NameOf(parked.Type), "Hond"), line.Changes.Where(change => change.Field == "type").Select(change => (change.FromDisplayName, change.ToDisplayName)).Single());
    }

    [Fact]
    public async Task Who_names_the_same_kind_again_calls_nobody_back_whatever_the_list_says_by_then()
    {
        await DecideAsync("[]");
        var unit = await desk.OwnUnitAsync(region, "1954");
        var noise = await desk.ReportAsync("1954", "noise.neighbours");
        await desk.AssignAsync(noise, unit);
        await DecideAsync("""[{"code":"noise.neighbours","displayName":"Burenruzie","leadership":"PoliceOnly"}]""");
        var offered = await ReadAsync(noise);

        var warned = await desk.Incidents.ClassifyIncidentAsync(new() { Name = noise.Name, Etag = offered.Etag, Type = "noise.neighbours", Priority = offered.Priority, Cautions = { "hond" }, RequestId = Work.NewRequest() }, desk.Call);
        await DecideAsync("[]");

        Assert.Equal((noise.TypeDisplayName, V1.AssignmentState.Offered), (warned.Incident.TypeDisplayName, Assert.Single(warned.Incident.Assignments).State));
    }

    [Fact]
    public async Task A_lender_reads_what_the_borrower_called_the_kind_and_of_another_code_never_that_name()
    {
        var two = new Neighbours(region);
        var mayor = new Person(region, "admin-wm-03", "functional-admin", ["1883"], []);
        var setting = (await mayor.Settings.GetSettingAsync(new() { Name = "municipalities/1883/settings/dispatch.incident-types" }, mayor.Call)).Setting;
        await mayor.Settings.ChangeSettingAsync(new() { Setting = new() { Name = setting.Name, Value = $"[{Horse}]", ChangeReason = "proef", Etag = setting.Etag }, RequestId = Work.NewRequest() }, mayor.Call);
        await Work.EventuallyAsync(async () => (await two.Borrower.Incidents.ListIncidentTypesAsync(new() { Parent = "municipalities/1883", PageSize = 1000 }, two.Borrower.Call)).Types_.Any(kind => kind.Code == "animal.horse"));
        var unit = await two.UnitAsync(powers: "1883");

        var job = (await two.BorrowAsync(await two.ReportAsync(municipality: "1883", type: "animal.horse"), unit)).Assignment;
        var lent = await two.LoanOfAsync(job);
        await region.OwnerAsync("update loan set incident_type = 'waste.dumping' where unit = $1", unit); // as a version does that does not keep names
        var other = await two.LoanOfAsync(job);

        Assert.Equal(("animal.horse", "Paard op de weg"), (lent.IncidentType, lent.IncidentTypeDisplayName));
        Assert.Equal(("waste.dumping", IncidentCatalog.Shipped.NameOf("waste.dumping")), (other.IncidentType, other.IncidentTypeDisplayName));
    }

    private static string Own(string code, string like, string leadership) => $$"""{"code":"{{code}}","displayName":"Proef","domains":["PublicSpace"],"theme":"4.1","leadership":"{{leadership}}"{{like}}}""";

    private async Task<V1.Incident> ReadAsync(V1.Incident incident) => (await desk.Incidents.GetIncidentAsync(new() { Name = incident.Name }, desk.Call)).Incident;

    private async Task DecideAsync(string value)
    {
        var before = (await admin.Settings.GetSettingAsync(new() { Name = Name }, admin.Call)).Setting;
        await admin.Settings.ChangeSettingAsync(new() { Setting = new() { Name = Name, Value = value, ChangeReason = "proef", Etag = before.Etag }, RequestId = Work.NewRequest() }, admin.Call);
    }
}

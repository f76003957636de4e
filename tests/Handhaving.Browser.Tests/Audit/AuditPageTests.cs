using System.Text.Json;
using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Audit;

/// <summary>An auditor searches the log, checks its chain and takes what was found along; reading it leaves lines too.</summary>
public sealed class AuditPageTests(ControlRoom room)
{
    [Fact]
    public async Task An_auditor_finds_who_did_what_opens_a_line_and_saves_what_was_found()
    {
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "voor het logboek");
        await using var screen = await (await room.OpenAsync()).SignInToAsync("auditor-wm", "/audit");
        await Expect(screen.Page.GetByText("komt dat zelf ook in het logboek")).ToBeVisibleAsync();
        await Expect(screen.Page.Locator(".audit-table")).ToHaveCountAsync(0); // nothing is read before somebody asks

        await screen.Page.GetByLabel("Object (naam").FillAsync(report.Name);
        await Verb(screen).SelectOptionAsync("verzamelen");
        await Search(screen).ClickAsync();
        await Expect(Rows(screen)).ToHaveCountAsync(1);
        await Expect(Rows(screen)).ToContainTextAsync("toegestaan");
        await Rows(screen).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(screen.Page.Locator(".audit-detail")).ToContainTextAsync("handhaving.dispatch.v1.IncidentService/ReportIncident");
        await screen.IsAccessibleAsync();

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Opslaan als JSON" }).ClickAsync();
        await screen.TypeAsync("jaarlijkse controle");
        await screen.IsAccessibleAsync();
        var saving = await screen.Page.RunAndWaitForDownloadAsync(() => screen.PressAsync("Enter"));
        await using var content = await saving.CreateReadStreamAsync();
        using var file = await JsonDocument.ParseAsync(content, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((true, 1, report.Name), (file.RootElement.GetProperty("complete").GetBoolean(), file.RootElement.GetProperty("lineCount").GetInt32(), file.RootElement.GetProperty("lines")[0].GetProperty("object").GetString()));
        await Expect(screen.Page.Locator(".audit-export")).ToContainTextAsync("Opgeslagen in logboek-dispatch-municipalities-0888");

        await screen.Page.GetByLabel("Object (naam").FillAsync("");
        await screen.Page.GetByLabel("Persoon of systeem").FillAsync("auditor-wm-01");
        await Verb(screen).SelectOptionAsync("exporteren");
        await Search(screen).ClickAsync();
        await Expect(Rows(screen)).ToHaveCountAsync(1);
        await Expect(Rows(screen)).ToContainTextAsync("ListEntries"); // the file just made
        await room.CancelAsync("centralist-wm", report.Name);
    }

    [Fact]
    public async Task What_was_refused_stands_apart()
    {
        await using var screen = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("centralist-wm", "/audit");
        await Search(screen).ClickAsync();
        await Expect(screen.Trouble).ToHaveAttributeAsync("data-reason", "PERMISSION_MISSING");
        await screen.IsAccessibleAsync();

        await using var auditor = await (await room.OpenAsync()).SignInToAsync("auditor-wm", "/"); // who has no desk begins here
        await auditor.Page.GetByRole(AriaRole.Button, new() { Name = "Geweigerd" }).ClickAsync();

        var denied = Rows(auditor).Filter(new() { HasText = "had het recht niet" }).Filter(new() { HasText = "centralist-wm-01" }).First;
        await Expect(denied).ToContainTextAsync("weigeren ListEntries");
        await Expect(denied).ToContainTextAsync("te beoordelen");
        await Expect(auditor.Page.Locator(".audit-found .due")).ToContainTextAsync("De oudste is");
        await Expect(auditor.Page.GetByRole(AriaRole.Combobox, new() { Name = "Van welke gemeente" })).ToContainTextAsync("Gemeente Stein");
        await Expect(Rows(auditor).Filter(new() { HasText = "toegestaan" })).ToHaveCountAsync(0);

        await denied.GetByRole(AriaRole.Button).ClickAsync();
        await auditor.Page.GetByRole(AriaRole.Button, new() { Name = "Beoordelen", Exact = true }).ClickAsync();
        await auditor.Page.GetByLabel("Wat vond u?").FillAsync("terecht geweigerd");
        await auditor.IsAccessibleAsync();
        await auditor.Page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }).ClickAsync();
        await Expect(auditor.Page.Locator(".audit-review")).ToContainTextAsync("terecht geweigerd");
        await Expect(auditor.Page.Locator("tr.opened")).ToContainTextAsync("beoordeeld");
        await Search(auditor).ClickAsync();
        await Expect(auditor.Page.Locator(".audit-review")).ToContainTextAsync("auditor-wm-01"); // as the platform kept it

        await auditor.Page.GetByRole(AriaRole.Button, new() { Name = "Doorbroken" }).ClickAsync();
        await Expect(auditor.Page.Locator(".audit-found")).ToContainTextAsync("Dat is alles.");
        await auditor.IsAccessibleAsync();
    }

    [Fact]
    public async Task Each_service_has_a_log_of_its_own_to_read()
    {
        await using var screen = await (await room.OpenAsync()).SignInToAsync("auditor-wm", "/audit");
        await screen.Page.GetByRole(AriaRole.Combobox, new() { Name = "Logboek van welk onderdeel" }).SelectOptionAsync("capacity");
        await Search(screen).ClickAsync();
        await Expect(screen.Page.Locator(".audit-found")).ToContainTextAsync("Dat is alles.");

        await screen.Page.GetByLabel("Persoon of systeem").FillAsync("auditor-wm-01");
        await Search(screen).ClickAsync(); // which finds the search before

        await Expect(Rows(screen).First).ToContainTextAsync("ListEntries");
        await Rows(screen).First.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(screen.Page.Locator(".audit-detail")).ToContainTextAsync("handhaving.capacity.v1.AuditService/ListEntries");
        await screen.IsAccessibleAsync();
    }

    [Fact]
    public async Task The_chain_is_checked_and_a_break_names_its_line()
    {
        var report = await room.ReportAsync("centralist-wm", "1883", Markets.Of("1883"), "voor de keten");
        await using var screen = await (await room.OpenAsync()).SignInToAsync("auditor-wm", "/audit");
        await screen.Page.GetByRole(AriaRole.Combobox, new() { Name = "Van welke gemeente" }).SelectOptionAsync("municipalities/1883");
        var check = screen.Page.GetByRole(AriaRole.Button, new() { Name = "Controleer de keten" });

        await check.ClickAsync();
        await Expect(screen.Page.Locator(".chain-outcome.intact")).ToContainTextAsync("De keten is heel");
        await room.OwnerAsync("update audit_line set line = line || ' ' where tenant = '1883' and sequence = 1");
        await check.ClickAsync();
        await Expect(screen.Page.Locator(".chain-outcome.broken")).ToContainTextAsync("stuk bij regel 1: de regel is na het vastleggen veranderd");
        await Expect(screen.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("beveiligingsincident");
        await screen.IsAccessibleAsync();

        await room.OwnerAsync("update audit_line set line = rtrim(line) where tenant = '1883' and sequence = 1");
        await room.CancelAsync("centralist-wm", report.Name);
    }

    private static ILocator Search(Screen screen) => screen.Page.GetByRole(AriaRole.Button, new() { Name = "Zoeken", Exact = true });

    private static ILocator Verb(Screen screen) => screen.Page.GetByRole(AriaRole.Combobox, new() { Name = "Handeling" });

    private static ILocator Rows(Screen screen) => screen.Page.Locator(".audit-table tbody tr");
}

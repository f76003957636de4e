using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>An operator is torn away in the middle of a sentence.</summary>
public sealed class TypedTests(ControlRoom room)
{
    private const string Half = "half een zin";

    [Fact]
    public async Task What_is_typed_on_an_incident_comes_back_with_it_until_it_is_sent_or_put_away()
    {
        var one = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "eerste van twee");
        var other = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "tweede van twee");
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        var note = screen.Incident.GetByLabel("Notitie. Geen namen.");

        await screen.ReadAsync(one.Name);
        await AskAsync(screen, "Notitie");
        await screen.TypeAsync(Half);
        await screen.ReadAsync(other.Name);
        await Expect(note).ToHaveCountAsync(0);
        await screen.ReadAsync(one.Name);
        await Expect(note).ToHaveValueAsync(Half);
        await Expect(note).Not.ToBeFocusedAsync();

        await AskAsync(screen, "Notitie");
        await Expect(note).ToBeFocusedAsync();
        await screen.PressAsync("Enter");
        await Expect(screen.Incident.Locator(".timeline")).ToContainTextAsync(Half);
        await Expect(note).ToHaveCountAsync(0);

        await AskAsync(screen, "Annuleren");
        await screen.TypeAsync("toch niet");
        await screen.PressAsync("Escape");
        await screen.ReadAsync(other.Name);
        await screen.ReadAsync(one.Name);
        await Expect(screen.Incident.GetByLabel("Waarom annuleert u deze melding?")).ToHaveCountAsync(0);
        await room.CancelAsync("centralist-wm", one.Name);
        await room.CancelAsync("centralist-wm", other.Name);
    }

    [Fact]
    public async Task What_a_crew_tells_by_radio_is_noted_by_a_command_and_each_act_shows_its_key()
    {
        await room.SignOnAsync("centralist-wm", "0888", 1);
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "geweigerd over de radio");
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await screen.OpenAsync(report.Name);
        await Expect(screen.Incident.GetByRole(AriaRole.Button, new() { Name = "Om te helpen" }).Locator("kbd")).ToHaveTextAsync("Alt+H");
        await screen.PressAsync("Alt+h");
        await Expect(screen.Incident.Locator("button[data-act='backup']")).ToHaveAttributeAsync("aria-pressed", "true");
        await screen.PressAsync("Alt+h");

        await screen.ActAsync("send", "F4");
        await Expect(screen.Incident.GetByRole(AriaRole.Button, new() { Name = "Geweigerd" }).Locator("kbd")).ToHaveTextAsync("/x");
        await screen.CommandAsync("j");
        await Expect(screen.Incident.Locator(".to-send")).ToBeVisibleAsync();
        await screen.CommandAsync("x");
        await Expect(screen.Incident.GetByLabel("Waarom weigert de eenheid?")).ToBeFocusedAsync();
        await screen.TypeAsync("nog bezig");
        await screen.PressAsync("Enter");

        await Expect(screen.Incident.Locator(".assignment").First).ToContainTextAsync("geweigerd");
        await screen.PressAsync("?");
        await Expect(screen.Page.Locator("dialog.keys")).ToContainTextAsync("Geweigerd: de eenheid op de open melding");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Escape");
        await room.CancelAsync("centralist-wm", report.Name);
    }

    [Fact]
    public async Task Of_a_search_that_is_late_or_guesses_no_place_is_taken_that_was_not_meant()
    {
        await using var screen = await room.OpenAsync();
        await screen.Page.RouteAsync("**/console/configuration.json", SearchElsewhereAsync);
        await screen.Page.RouteAsync("**/slow-places*", AnswerAsync);
        await screen.SignInAsync("centralist-wm");
        await screen.PressAsync("F2");
        var place = screen.Page.GetByLabel("Waar?").First;
        await place.FocusAsync();

        await screen.TypeAsync("markt");
        await Expect(screen.Page.GetByRole(AriaRole.Option, new() { Name = "Markt, Beek" })).ToBeVisibleAsync();
        await screen.TypeAsync(" late");
        await screen.PressAsync("Tab");
        await Expect(place).ToHaveValueAsync("markt late");

        await place.FillAsync("achter de loods bij de markt");
        await Expect(screen.Page.GetByRole(AriaRole.Option, new() { Name = "Markt, Beek" })).ToBeVisibleAsync();
        await screen.PressAsync("Tab");
        await Expect(place).ToHaveValueAsync("achter de loods bij de markt");

        await place.FocusAsync();
        await screen.PressAsync("ArrowDown");
        await screen.PressAsync("Enter");
        await Expect(place).ToHaveValueAsync("Markt, Beek");
    }

    private async Task SearchElsewhereAsync(IRoute route)
    {
        var told = await (await route.FetchAsync()).TextAsync();
        await route.FulfillAsync(new() { ContentType = "application/json", Body = told.Replace("\"placeSearch\":null", $"\"placeSearch\":\"{new Uri(room.Address, "slow-places")}\"", StringComparison.Ordinal) });
    }

    // What is looked for late is never answered.
    private static Task AnswerAsync(IRoute route) => route.Request.Url.Contains("late", StringComparison.Ordinal) ? Task.CompletedTask : route.FulfillAsync(new()
    {
        ContentType = "application/json",
        Body = """{"response":{"docs":[{"weergavenaam":"Markt, Beek","centroide_ll":"POINT(5.7953 50.9407)","gemeentecode":"0888"},{"weergavenaam":"Markt, Stein","centroide_ll":"POINT(5.7693 50.9693)","gemeentecode":"0971"}]}}""",
    });

    private static Task AskAsync(Screen screen, string act) => screen.Incident.Locator(".incident-acts").GetByRole(AriaRole.Button, new() { Name = act }).ClickAsync();
}

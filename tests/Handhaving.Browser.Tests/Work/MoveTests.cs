using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>An incident turns out to be somewhere else.</summary>
public sealed class MoveTests(ControlRoom room)
{
    [Fact]
    public async Task An_incident_is_moved_by_words_and_what_that_means_is_told()
    {
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "verkeerde straat");
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await screen.ReadAsync(report.Name);

        await screen.CommandAsync("v");
        await screen.ChooseAsync("stein-centrum", "Stein-Centrum");
        await Expect(screen.Page.Locator("#move-whereabouts")).ToHaveTextAsync("Dit ligt in Stein. Een melding van Beek kan daar niet heen. Maak daar een nieuwe melding.");
        await Expect(screen.Incident.Locator("button[type='submit']")).ToBeDisabledAsync();
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Control+a");
        await screen.ChooseAsync("geverik", "Geverik");
        await Expect(screen.Page.Locator("#move-whereabouts")).ToHaveTextAsync("Beek");
        await screen.PressAsync("Tab");
        await screen.TypeAsync("de melder vergiste zich");
        await screen.PressAsync("Control+Enter");

        await Expect(screen.Incident.Locator(".facts").First).ToContainTextAsync("Geverik");
        await Expect(screen.Incident.Locator(".told")).ToContainTextAsync("De regels van gemeente Beek gelden");
        await Expect(screen.Incident.Locator(".timeline")).ToContainTextAsync("de melder vergiste zich");
        await screen.IsAccessibleAsync();
        await room.CancelAsync("centralist-wm", report.Name);
    }

    [Fact]
    public async Task A_place_of_which_nothing_could_be_said_at_once_is_refused_where_it_was_asked()
    {
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "over de grens");
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await screen.Page.RouteAsync("**/handhaving.dispatch.v1.AreaService/LocatePoint", route => route.AbortAsync());
        await screen.ReadAsync(report.Name);

        await screen.CommandAsync("v");
        await screen.ChooseAsync("stein-centrum", "Stein-Centrum");
        await screen.PressAsync("Control+Enter");

        await Expect(screen.Incident.Locator(".trouble")).ToHaveAttributeAsync("data-reason", "LOCATION_IN_OTHER_MUNICIPALITY");
        await room.CancelAsync("centralist-wm", report.Name);
    }

    [Fact]
    public async Task A_click_on_the_map_is_the_place()
    {
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "ergens in het veld");
        await using var screen = await (await room.OpenWithMapAsync()).SignInAsync("centralist-wm");
        await Expect(screen.Page.Locator(".map-place")).ToHaveAttributeAsync("data-drawn", "true");
        await screen.ReadAsync(report.Name);

        await screen.CommandAsync("v");
        await Expect(screen.Page.GetByLabel("Waarheen?").First).ToBeFocusedAsync();
        await screen.Page.Locator(".map-place").ClickAsync();

        await Expect(screen.Page.GetByLabel("Waarheen?").First).ToHaveValueAsync("Punt op de kaart");
        await Expect(screen.Page.Locator(".map")).ToContainTextAsync("eigen tekening, bij benadering");
        await room.CancelAsync("centralist-wm", report.Name);
    }
}

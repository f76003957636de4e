using Handhaving.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>An operator's main job without a mouse.</summary>
public sealed class KeyboardJobTests(ControlRoom room)
{
    [Fact]
    public async Task A_report_is_taken_sent_followed_and_closed_by_keyboard_alone()
    {
        await room.SignOnAsync("officer-beek-1", "0888", 1);
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");

        await screen.PressAsync("F2");
        await screen.TypeAsync("parkeer");
        await Expect(screen.Page.GetByRole(AriaRole.Option, new() { Name = "Parkeeroverlast" })).ToBeVisibleAsync();
        await screen.PressAsync("Tab");
        await screen.TypeAsync("markt beek");
        await Expect(screen.Page.GetByRole(AriaRole.Option, new() { Name = "Markt, Beek" })).ToBeVisibleAsync();
        await screen.PressAsync("Enter");
        await Expect(screen.Page.Locator("#report-whereabouts")).ToHaveTextAsync("Beek");
        await screen.PressAsync("Tab");
        await screen.TypeAsync("auto op de stoep");
        await screen.PressAsync("Control+Enter");

        await Expect(screen.Page.Locator("#incident-title")).ToBeFocusedAsync();
        await Expect(screen.Incident).ToContainTextAsync("auto op de stoep");
        await Expect(screen.Incident.Locator("button[data-act='send']")).ToContainTextAsync("Stuur");
        await screen.ActAsync("send", "F4");
        foreach (var step in new[] { "aangenomen", "aanrijdend", "ter plaatse" })
        {
            await screen.ActAsync("next", "F8");
            await Expect(screen.Incident.Locator(".assignment.active > span").First).ToHaveTextAsync(step);
        }
        await screen.ActAsync("next", "F8");
        await screen.TypeAsync("waarsch");
        await screen.PressAsync("Enter");
        await Expect(screen.Incident.Locator(".incident-state")).ToHaveTextAsync("afgehandeld");
        await screen.ActAsync("close", "F9");

        await Expect(screen.Incident.Locator(".gone")).ToHaveTextAsync("Deze melding is gesloten.");
        await Expect(screen.Incident.Locator(".timeline")).ToContainTextAsync("waarschuwing");
    }

    [Fact]
    public async Task What_came_in_incomplete_is_judged_later_and_can_be_settled_without_a_unit()
    {
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-beek");

        await screen.PressAsync("F2");
        await screen.Page.GetByLabel("Wat is er gemeld? Geen namen.").FillAsync("iets vreemds bij de loods");
        await screen.Page.GetByLabel("Gemeente").SelectOptionAsync("0888");
        await screen.PressAsync("Control+Enter");
        await Expect(screen.Incident.Locator(".incident-state")).ToHaveTextAsync("binnen");
        await screen.Incident.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Beoordelen" }).PressAsync("Enter");
        await screen.TypeAsync("verdacht");
        await screen.PressAsync("Tab");
        await screen.TypeAsync("geverik");
        await Expect(screen.Page.GetByRole(Microsoft.Playwright.AriaRole.Option, new() { Name = "Geverik" })).ToBeVisibleAsync();
        await screen.PressAsync("Enter");
        await screen.PressAsync("Control+Enter");
        await Expect(screen.Incident.Locator(".incident-state")).ToHaveTextAsync("wacht");
        await screen.Incident.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Afhandelen zonder eenheid" }).PressAsync("Enter");
        await screen.TypeAsync("telefonisch");
        await screen.PressAsync("Enter");
        await Expect(screen.Incident.Locator(".incident-state")).ToHaveTextAsync("afgehandeld");
        await screen.ActAsync("close", "F9");

        await Expect(screen.Incident.Locator(".gone")).ToHaveTextAsync("Deze melding is gesloten.");
    }

    [Fact]
    public async Task A_place_outside_the_operators_area_is_said_at_once()
    {
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-beek");

        await screen.PressAsync("F2");
        await screen.PressAsync("Tab");
        await screen.TypeAsync("stein-centrum");
        await Expect(screen.Page.GetByRole(AriaRole.Option, new() { Name = "Stein-Centrum" })).ToBeVisibleAsync();
        await screen.PressAsync("Enter");

        await Expect(screen.Page.Locator("#report-whereabouts")).ToHaveTextAsync("Dit ligt in Stein. Daar kunt u geen melding maken.");
    }
}

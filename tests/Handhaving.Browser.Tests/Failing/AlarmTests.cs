using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Failing;

/// <summary>What must be seen at once, and several windows of one operator.</summary>
public sealed class AlarmTests(ControlRoom room)
{
    [Fact]
    public async Task A_new_priority_1_is_shown_until_it_is_seen_and_then_on_no_window_any_more()
    {
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        var second = await screen.Page.Context.NewPageAsync();
        await second.GotoAsync(room.Address + "?layout=wall"); // signed in by the first window

        var incident = await room.ReportAsync("centralist-wm-2", "0888", Markets.Of("0888"), "man met een mes", priority: 1);
        await Expect(second.Locator(".alarm")).ToContainTextAsync("man met een mes");
        await Expect(screen.Page.Locator(".alarm")).ToContainTextAsync("Nieuwe melding met prioriteit 1:");
        await screen.IsAccessibleAsync();
        await screen.Page.BringToFrontAsync();
        await screen.PressAsync("F6");

        await Expect(screen.Incident).ToContainTextAsync("man met een mes");
        await Expect(screen.Page.Locator(".alarm")).ToHaveCountAsync(0);
        await Expect(second.Locator(".alarm")).ToHaveCountAsync(0);
        await room.CancelAsync("centralist-wm", incident.Name);
    }

    [Fact]
    public async Task A_panel_stands_on_another_monitor_and_works_there()
    {
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");

        var monitor = await screen.Page.Context.RunAndWaitForPageAsync(() => screen.Page.Locator(".dv-groupview", new() { Has = screen.Page.GetByRole(AriaRole.Tab, new() { Name = "Eenheden" }) }).Locator(".pop-out").ClickAsync());
        await Expect(monitor.GetByRole(AriaRole.Tab, new() { Name = "Eenheden" })).ToBeVisibleAsync();
        await monitor.Keyboard.PressAsync("F2");
        await Expect(screen.Page.Locator(".report")).ToBeVisibleAsync();
        await monitor.CloseAsync();

        await Expect(screen.Page.GetByRole(AriaRole.Tab, new() { Name = "Eenheden" })).ToBeVisibleAsync();
        await Expect(screen.Connection).ToContainTextAsync("Verbonden");
    }
}

using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>A panel on another monitor is worked on as on the desk, and is as honest.</summary>
public sealed class MonitorTests(ControlRoom room)
{
    [Fact]
    public async Task A_monitor_takes_commands_says_how_old_it_is_and_stays_when_the_language_changes()
    {
        var incident = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "voor op de muur");
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await screen.ReadAsync(incident.Name);
        var monitor = await PopOutAsync(screen.Page);
        await Expect(monitor).ToHaveTitleAsync("Meldingen · Handhaving");
        var bar = monitor.Locator(".monitor-bars .connection-state");
        await Expect(bar).ToContainTextAsync("Verbonden");

        var row = monitor.Locator($".queue button[data-name='{incident.Name}']");
        await row.FocusAsync();
        await monitor.Keyboard.PressAsync("/");
        await Expect(monitor.Locator("dialog.command input")).ToBeFocusedAsync();
        await monitor.Keyboard.TypeAsync("z voor op");
        await monitor.Keyboard.PressAsync("Escape");
        await Expect(monitor.Locator("dialog")).ToHaveCountAsync(0);
        await row.FocusAsync();
        await monitor.Keyboard.PressAsync("?");
        await Expect(monitor.Locator("dialog")).ToBeVisibleAsync();
        await monitor.Keyboard.PressAsync("Escape");

        await Screen.PressAsync(screen.Incident.Locator("button", new() { HasText = "Notitie" }));
        var note = screen.Incident.Locator(".reason-form input, .reason-form textarea").First;
        await note.FillAsync("half getypt");
        await screen.Page.Locator(".menu summary").ClickAsync();
        await screen.Page.GetByText("English").ClickAsync();
        await Expect(monitor.Locator(".monitor-bars .connection-state")).ToContainTextAsync("Connected");
        await Expect(note).ToHaveValueAsync("half getypt");
        Assert.False(monitor.IsClosed);
        Assert.Equal("en", await monitor.EvaluateAsync<string>("document.documentElement.lang"));

        await screen.Page.Context.SetOfflineAsync(true);
        await Expect(bar).ToContainTextAsync("since");
        await screen.Page.Context.SetOfflineAsync(false);
        await room.CancelAsync("centralist-wm", incident.Name);
    }

    // Its key puts the part with the focus there.
    private static Task<IPage> PopOutAsync(IPage page) => page.RunAndWaitForPopupAsync(() => page.Locator(".queue button.row").First.PressAsync("Alt+s"));
}

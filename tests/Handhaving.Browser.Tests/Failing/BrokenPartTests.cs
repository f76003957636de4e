using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Failing;

/// <summary>A part of a page that breaks says so in its own place; the rest goes on.</summary>
public sealed class BrokenPartTests(ControlRoom room)
{
    private const string Break = """
        window.clock = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'format');
        Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', { configurable: true, get() { throw new Error('klok stuk'); } });
        """;

    private const string Mend = "Object.defineProperty(Intl.DateTimeFormat.prototype, 'format', window.clock)";

    [Fact]
    public async Task A_panel_that_breaks_leaves_the_others_at_work_and_comes_back()
    {
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "voor het kapotte paneel");
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await Expect(screen.Queue.Locator($"button[data-name='{report.Name}']")).ToBeVisibleAsync();
        await screen.Page.EvaluateAsync(Break);

        await screen.Queue.Locator($"button[data-name='{report.Name}']").ClickAsync();
        await Expect(Broken(screen).First).ToContainTextAsync("Melding werkt niet.");
        await Expect(Broken(screen).First).ToContainTextAsync("klok stuk");
        await screen.IsAccessibleAsync();
        var other = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "terwijl het paneel stuk is");
        await Expect(screen.Queue.Locator($"button[data-name='{other.Name}']")).ToBeVisibleAsync();

        await screen.Page.EvaluateAsync(Mend);
        await Broken(screen).First.GetByRole(AriaRole.Button, new() { Name = "Opnieuw proberen" }).ClickAsync();
        await Expect(screen.Incident).ToContainTextAsync("voor het kapotte paneel");
        await room.CancelAsync("centralist-wm", report.Name);
        await room.CancelAsync("centralist-wm", other.Name);
    }

    [Theory]
    [InlineData("/audit", "auditor-wm", "AuditPage")]
    [InlineData("/platform", "technical-admin", "PlatformPage")]
    public async Task A_page_that_cannot_be_loaded_is_loaded_when_it_is_asked_again(string path, string persona, string file)
    {
        await using var screen = await room.OpenAsync();
        var pattern = $"**/assets/{file}-*.js";
        await screen.Page.RouteAsync(pattern, route => route.AbortAsync());
        await screen.SignInAtAsync(path, persona);
        await Expect(Broken(screen)).ToContainTextAsync("Deze pagina werkt niet.");

        await screen.Page.UnrouteAsync(pattern);
        await Broken(screen).GetByRole(AriaRole.Button, new() { Name = "Opnieuw proberen" }).ClickAsync();

        await Expect(screen.Page.Locator("#page-title")).ToBeVisibleAsync();
    }

    private static ILocator Broken(Screen screen) => screen.Page.Locator("[data-reason='BROKEN']");
}

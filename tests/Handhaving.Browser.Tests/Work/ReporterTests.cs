using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>Who reported is seen when somebody needs it, asked, and answers.</summary>
public sealed class ReporterTests(ControlRoom room)
{
    [Fact]
    public async Task The_reporter_is_shown_after_the_warning_and_asked_until_an_answer_is_noted()
    {
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "ergens in de buurt", reporter: new() { DisplayName = "M. de Proef", Phone = "046 123" });
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await screen.ReadAsync(report.Name);

        await Expect(screen.Incident).ToContainTextAsync("Wie kijkt wordt vastgelegd.");
        await Expect(screen.Incident).Not.ToContainTextAsync("M. de Proef");
        await Screen.PressAsync(screen.Incident.GetByRole(AriaRole.Button, new() { Name = "Melder tonen" }));
        await Expect(screen.Incident.Locator(".reporter")).ToContainTextAsync("M. de Proef");
        await screen.IsAccessibleAsync();
        await screen.CommandAsync("r");
        await screen.TypeAsync("welke straat?");
        await screen.PressAsync("Enter");
        await Expect(screen.Incident.Locator(".incident-state")).ToHaveTextAsync("wacht op melder");
        await screen.CommandAsync("w");
        await screen.TypeAsync("de Raadhuisstraat");
        await screen.PressAsync("Enter");

        await Expect(screen.Incident.Locator(".incident-state")).ToHaveTextAsync("wacht");
        await Expect(screen.Incident.Locator(".timeline")).ToContainTextAsync("de Raadhuisstraat");
        await room.CancelAsync("centralist-wm", report.Name);
    }
}

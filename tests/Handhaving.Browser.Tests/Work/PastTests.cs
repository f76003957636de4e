using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>Incidents that are not on the board any more.</summary>
public sealed class PastTests(ControlRoom room)
{
    private const int Page = 25;

    [Fact]
    public async Task What_was_ended_is_found_again_page_by_page_and_opened()
    {
        var ended = new List<string>();
        for (var number = 0; number <= Page; number++)
        {
            ended.Add((await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), $"draaiorgel {number}")).Name);
            await room.CancelAsync("centralist-wm", ended[^1]);
        }
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        var past = screen.Page.Locator(".panel.past");

        await screen.CommandAsync("h draaiorgel");
        await Expect(past.GetByRole(AriaRole.Button, new() { Name = "Zoeken" })).ToBeDisabledAsync();
        await screen.TypeAsync("klacht van een bewoner, financiën");
        await screen.PressAsync("Enter");
        await Expect(past.GetByRole(AriaRole.Status)).ToHaveTextAsync($"De nieuwste {Page} meldingen. Er zijn er meer.");
        await screen.IsAccessibleAsync();
        await Screen.PressAsync(past.GetByRole(AriaRole.Button, new() { Name = "Meer tonen" }));
        await Expect(past.GetByRole(AriaRole.Status)).ToHaveTextAsync($"{Page + 1} meldingen gevonden.");
        await past.Locator($"button[data-name='{ended[0]}']").PressAsync("Enter");

        await Expect(screen.Page.Locator("#incident-title")).ToBeFocusedAsync();
        await Expect(screen.Incident.Locator(".incident-state")).ToHaveTextAsync("geannuleerd");
        await Expect(screen.Incident).ToContainTextAsync("draaiorgel 0");
        await Expect(screen.Incident.Locator(".timeline")).ToContainTextAsync("einde van de proef");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("F7");
        await Expect(past.GetByRole(AriaRole.Status)).ToHaveTextAsync($"{Page + 1} meldingen gevonden.");
    }

    [Fact]
    public async Task A_closed_incident_is_noted_on_and_reopened_from_the_history()
    {
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "kapotte klarinet");
        await room.CloseAsync("centralist-wm", report.Name);
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");

        await screen.PressAsync("F7");
        await screen.TypeAsync("de bewoner belt weer");
        await screen.PressAsync("Tab");
        await screen.TypeAsync(report.Number);
        await screen.PressAsync("Enter");
        await screen.Page.Locator($".panel.past button[data-name='{report.Name}']").PressAsync("Enter");
        await Screen.PressAsync(screen.Incident.GetByRole(AriaRole.Button, new() { Name = "Notitie" }));
        await screen.TypeAsync("belde opnieuw");
        await screen.PressAsync("Enter");
        await Expect(screen.Incident.Locator(".timeline")).ToContainTextAsync("belde opnieuw");
        await screen.PressAsync("/");
        await screen.TypeAsync("v");
        await Expect(screen.Page.Locator("#command-list")).ToContainTextAsync($"Verplaatsen kan niet: {report.Number} is gesloten");
        await screen.PressAsync("Escape");
        await screen.CommandAsync("e");
        await screen.TypeAsync("het begint weer");
        await screen.PressAsync("Enter");

        await Expect(screen.Incident.Locator(".incident-state")).ToHaveTextAsync("wacht");
        await Expect(screen.Queue.Locator($"button[data-name='{report.Name}']")).ToBeVisibleAsync();
        await room.CancelAsync("centralist-wm", report.Name);
    }
}

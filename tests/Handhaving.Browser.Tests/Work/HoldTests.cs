using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>Incidents that a desk sets aside.</summary>
public sealed class HoldTests(ControlRoom room)
{
    [Fact]
    public async Task An_incident_is_set_aside_with_its_reason_and_taken_up_again()
    {
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "niet voor nu");
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await screen.Queue.Locator($"button[data-name='{report.Name}']").ClickAsync();

        await screen.Incident.GetByRole(AriaRole.Button, new() { Name = "Aanhouden" }).PressAsync("Enter");
        var until = screen.Incident.GetByLabel("Tot");
        var proposed = await until.InputValueAsync();
        await until.FillAsync("2024-02-29T10:00");
        await Expect(screen.Incident.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Kies een moment dat nog komt.");
        await until.FillAsync(proposed);
        await screen.IsAccessibleAsync();
        await screen.Incident.GetByLabel("Waarom houdt u deze melding aan?").FillAsync("de melder belt terug");
        await screen.PressAsync("Enter");
        await Expect(screen.Incident.Locator(".incident-state")).ToHaveTextAsync("aangehouden");
        await Expect(screen.Incident.Locator(".timeline")).ToContainTextAsync("de melder belt terug");
        await screen.Incident.GetByRole(AriaRole.Button, new() { Name = "Weer oppakken" }).PressAsync("Enter");

        await Expect(screen.Incident.Locator(".incident-state")).ToHaveTextAsync("wacht");
        await room.CancelAsync("centralist-wm", report.Name);
    }
}

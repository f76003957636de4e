using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Units;

/// <summary>An offer that no device shows is told to the desk in seconds, with the unit that could go instead.</summary>
public sealed class UnseenOfferTests(ControlRoom room)
{
    [Fact]
    public async Task The_next_unit_is_proposed_and_goes_in_one_key_and_an_offer_that_is_shown_says_so()
    {
        await room.SignOnAsync("centralist-wm", "0888", 1);
        await room.SignOnAsync("centralist-wm", "0888", 2);
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "aanbod niet gezien");
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await screen.OpenAsync(report.Name);
        await screen.ActAsync("send", "F4");
        var first = await screen.Incident.Locator(".assignment.active strong").TextContentAsync();

        await Expect(screen.Incident.Locator(".instead")).ToContainTextAsync("nog niet op een toestel gezien");
        await Expect(screen.Queue.Locator($"button[data-name='{report.Name}']")).ToContainTextAsync("niet getoond");
        await screen.IsAccessibleAsync();
        await screen.Incident.GetByRole(AriaRole.Button, new() { Name = "Trek in en stuur" }).ClickAsync();

        await Expect(screen.Incident.Locator(".assignment:not(.active) strong")).ToHaveTextAsync(first ?? "");
        await Expect(screen.Incident.Locator(".assignment.active strong")).Not.ToHaveTextAsync(first ?? "");
        await room.ShowAsync("centralist-wm", report.Name);
        await Expect(screen.Incident.Locator(".assignment.active .ladder")).ToContainTextAsync("getoond");
        await Expect(screen.Incident.Locator(".instead")).ToHaveCountAsync(0);
        await room.CancelAsync("centralist-wm", report.Name);
    }
}

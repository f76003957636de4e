using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>What a crew must know, after an incident was reported.</summary>
public sealed class CautionTests(ControlRoom room)
{
    [Fact]
    public async Task It_is_added_changed_and_cleared_by_keyboard_and_another_priority_is_given_its_own_reason()
    {
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "ruzie op straat");
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await screen.ReadAsync(report.Name);
        var cautions = screen.Incident.Locator(".facts .caution");

        await screen.CommandAsync("g");
        await screen.TypeAsync("mes gezien");
        await screen.PressAsync("Enter");
        await screen.TypeAsync("hond op het erf");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Control+Enter");
        await Expect(cautions).ToHaveTextAsync(["mes gezien", "hond op het erf"]);

        await screen.CommandAsync("b");
        await screen.Incident.GetByRole(AriaRole.Radio).First.CheckAsync();
        await Expect(screen.Incident.Locator("form.classify button.main")).ToBeDisabledAsync();
        await screen.Incident.GetByLabel("Waarom een andere prioriteit?").FillAsync("er is een mes");
        await screen.PressAsync("Control+Enter");
        await Expect(screen.Incident.Locator(".facts dl")).ToContainTextAsync("er is een mes");
        await Expect(cautions).ToHaveCountAsync(2);

        await screen.CommandAsync("g");
        await screen.PressAsync("Control+a");
        await screen.PressAsync("Delete");
        await screen.PressAsync("Control+Enter");
        await Expect(cautions).ToHaveCountAsync(0);
        await room.CancelAsync("centralist-wm", report.Name);
    }
}

using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Units;

/// <summary>An urgent incident borrows over the border, and who lends can take the unit back (C-37).</summary>
public sealed class LoanTests(ControlRoom room)
{
    private const string Unit = "teams/westelijke-mijnstreek/units/pol-1";

    [Fact]
    public async Task A_unit_is_borrowed_with_a_reason_seen_by_its_own_team_and_taken_back_with_one()
    {
        await room.SignOnAsync("centralist-wm", Unit, "police-wm-01", "police-wm-02");
        var report = await room.ReportAsync("centralist-bl", "0882", Markets.Of("0882"), "vechtpartij op het plein", priority: 1);
        await using var borrower = await (await room.OpenAsync()).SignInAsync("centralist-bl");
        await using var lender = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        var lent = lender.Page.Locator(".units-panel .lent");

        await borrower.OpenAsync(report.Name);
        await Expect(borrower.Incident.Locator(".pick").First).ToContainTextAsync("van Basisteam Westelijke Mijnstreek");
        await borrower.ActAsync("send", "F4");
        await borrower.TypeAsync("geen eigen eenheid vrij");
        await borrower.PressAsync("Enter");
        await Expect(borrower.Incident.Locator(".assignment.active")).ToContainTextAsync("geleend van Basisteam Westelijke Mijnstreek");
        await borrower.ActAsync("next", "F8");

        await Expect(lent).ToContainTextAsync("PWM-1");
        await Expect(lent).ToContainTextAsync("geen eigen eenheid vrij");
        await lender.IsAccessibleAsync();
        await Screen.PressAsync(lent.GetByRole(AriaRole.Button, new() { Name = "PWM-1 terughalen" }));
        await lender.TypeAsync("zelf nodig");
        await lender.PressAsync("Enter");

        await Expect(lent).ToHaveCountAsync(0);
        await Expect(borrower.Incident.Locator(".assignment.active")).ToHaveCountAsync(0);
        await Expect(borrower.Incident.Locator(".timeline")).ToContainTextAsync("zelf nodig");
        await lender.CommandAsync("l");
        await Expect(lender.Page.Locator(".panel.loans")).ToContainTextAsync("teruggehaald door centralist-wm-01: zelf nodig");
        await lender.IsAccessibleAsync();
        await room.CancelAsync("centralist-bl", report.Name);
        await room.SignOffAsync("centralist-wm", Unit);
    }
}

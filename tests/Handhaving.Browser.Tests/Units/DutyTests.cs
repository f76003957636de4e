using Handhaving.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Units;

/// <summary>Units come on duty and go off it at the desk.</summary>
public sealed class DutyTests(ControlRoom room)
{
    private const string Unit = "municipalities/0888/units/boa-0888-3";

    [Fact]
    public async Task A_unit_is_signed_on_with_its_crew_does_other_things_and_is_signed_off_by_keyboard()
    {
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        var duty = screen.Page.Locator(".panel.duty");
        var row = screen.Page.Locator($".units-panel button[data-name='{Unit}']");

        await screen.PressAsync("F10");
        await screen.ChooseAsync("bee3", "BEE-3");
        await screen.PressAsync("Tab");
        await screen.ChooseAsync("05", "officer-0888-05");
        await screen.ChooseAsync("06", "officer-0888-06");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Control+Enter");
        await Expect(duty.Locator(".duty-done")).ToHaveTextAsync("BEE-3 is in dienst.");
        await Expect(row).ToBeVisibleAsync();
        await screen.PressAsync("Escape");

        await screen.CommandAsync("d bee3");
        await Expect(duty).ToContainTextAsync("officer-0888-05, officer-0888-06");
        await Screen.PressAsync(duty.GetByRole(AriaRole.Button, new() { Name = "Pauze" }));
        await Expect(row).ToContainTextAsync("pauze");
        await Screen.PressAsync(duty.GetByRole(AriaRole.Button, new() { Name = "Niet inzetbaar" }));
        await screen.TypeAsync("lekke band");
        await screen.PressAsync("Enter");
        await Expect(row).ToContainTextAsync("lekke band");
        await Screen.PressAsync(duty.GetByRole(AriaRole.Button, new() { Name = "Dienst verlengen" }));
        await duty.GetByLabel("Waarom verlengt u de dienst?").FillAsync("het evenement loopt uit");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Enter");
        await Expect(duty.GetByLabel("Waarom verlengt u de dienst?")).ToHaveCountAsync(0);
        await Expect(duty).ToContainTextAsync("Einde van de dienst");
        await Screen.PressAsync(duty.GetByRole(AriaRole.Button, new() { Name = "Uit dienst melden" }));

        await Expect(duty.Locator(".duty-done")).ToHaveTextAsync("BEE-3 is uit dienst.");
        await Expect(row).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Of_two_desks_that_sign_the_same_unit_on_the_second_reads_that_it_is_on_duty()
    {
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await screen.PressAsync("F10");
        await screen.ChooseAsync("bee3", "BEE-3");
        await screen.PressAsync("Tab");
        await screen.ChooseAsync("05", "officer-0888-05");

        await room.SignOnAsync("centralist-wm-2", Unit, "officer-0888-06");
        await screen.PressAsync("Control+Enter");

        await Expect(screen.Trouble).ToHaveAttributeAsync("data-reason", "UNIT_ALREADY_ON_DUTY");
        await Expect(screen.Page.Locator(".crew")).ToContainTextAsync("officer-0888-05");
        await room.SignOffAsync("centralist-wm-2", Unit);
    }
}

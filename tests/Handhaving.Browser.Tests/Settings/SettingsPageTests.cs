using Handhaving.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Settings;

/// <summary>A functional administrator changes a setting with a reason; others read.</summary>
public sealed class SettingsPageTests(ControlRoom room)
{
    [Fact]
    public async Task An_administrator_is_told_what_a_value_may_be_and_who_changed_it_stands_beside_the_default()
    {
        await using var screen = await (await room.OpenAsync()).SignInToAsync("functional-admin-beek", "/settings");
        var row = screen.Page.Locator("[data-name='municipalities/0888/settings/dispatch.auto-close-hours']");
        await Screen.PressAsync(row.GetByRole(AriaRole.Button, new() { Name = "Wijzigen: dispatch.auto-close-hours" }));
        await row.GetByLabel("Nieuwe waarde").FillAsync("4000");
        await row.GetByLabel("Waarom?").FillAsync("langer open voor de wijkavond");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Enter");
        await Expect(screen.Trouble).ToHaveAttributeAsync("data-reason", "INVALID_SETTING_VALUE");

        await row.GetByLabel("Nieuwe waarde").FillAsync("48");
        await row.GetByLabel("Waarom?").PressAsync("Enter");

        await Expect(row).ToContainTextAsync("gewijzigd door functional-admin-0888-01");
        await Expect(row).ToContainTextAsync("gekozen door de gemeente");
        await Expect(row.Locator("code")).ToHaveTextAsync(["48", "24"]);
    }

    [Fact]
    public async Task Who_reads_alone_is_offered_no_change()
    {
        await using var screen = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("auditor-wm", "/settings");

        await Expect(screen.Page.Locator(".setting").First).ToBeVisibleAsync();
        await Expect(screen.Page.GetByRole(AriaRole.Button, new() { Name = "Wijzig" })).ToHaveCountAsync(0);
        await screen.IsAccessibleAsync();
    }
}

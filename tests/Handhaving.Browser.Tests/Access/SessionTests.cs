using Handhaving.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Access;

/// <summary>A sign-in that ends never takes work with it.</summary>
public sealed class SessionTests(ControlRoom room)
{
    [Fact]
    public async Task It_is_renewed_before_it_ends_and_told_in_time_when_that_fails()
    {
        await using var screen = await room.OpenAsync();
        await screen.Page.Clock.InstallAsync(new() { TimeDate = DateTime.UtcNow });
        await screen.SignInAsync("centralist-wm");
        await screen.PressAsync("F2");
        await screen.PressAsync("Tab");
        await screen.TypeAsync("achter de loods");

        var renewed = screen.Page.WaitForResponseAsync(answer => answer.Url.EndsWith("/connect/token", StringComparison.Ordinal) && answer.Ok);
        await screen.Page.Clock.FastForwardAsync("08:30");
        await renewed;
        await Expect(screen.Page.Locator(".session-end")).ToHaveCountAsync(0);

        await screen.Page.RouteAsync("**/connect/token", route => route.AbortAsync());
        await screen.Page.Clock.FastForwardAsync("08:30");
        await Expect(screen.Page.Locator(".session-end")).ToContainTextAsync("Uw aanmelding verloopt over");
        await Expect(screen.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Opnieuw aanmelden" })).ToBeVisibleAsync();
        await Expect(screen.Page.GetByLabel("Waar?").First).ToHaveValueAsync("achter de loods");

        await screen.Page.Clock.FastForwardAsync("02:00");
        await Expect(screen.Page.GetByText("Uw aanmelding is verlopen.")).ToHaveCountAsync(1);
        await Expect(screen.Connection).ToHaveCountAsync(0);
        await Expect(screen.Queue).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("stale"));
        await Expect(screen.Page.GetByLabel("Waar?").First).ToHaveValueAsync("achter de loods");

        await screen.Page.Locator(".report select").First.SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
        await screen.Page.GetByLabel("Waar?").First.PressAsync("Control+Enter");
        await Expect(screen.Trouble).ToContainTextAsync("Niet gedaan: uw aanmelding is verlopen.");
        await Expect(screen.Trouble.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Opnieuw aanmelden" })).ToBeVisibleAsync();
        await Expect(screen.Page.GetByLabel("Waar?").First).ToHaveValueAsync("achter de loods");
    }

    [Fact]
    public async Task A_phone_shows_nothing_new_when_the_sign_in_is_over_and_says_so_on_what_is_tried()
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        var page = await room.OpenPhoneAsync(null);
        await page.Page.Clock.InstallAsync(new() { TimeDate = DateTime.UtcNow });
        await using var phone = await new Phone(page).SignInAsync(isOnDuty: true);
        await phone.Page.RouteAsync("**/connect/token", route => route.AbortAsync());

        await phone.Page.Clock.FastForwardAsync("08:30");
        await phone.Page.Clock.FastForwardAsync("02:00");

        await Expect(phone.Page.GetByText("Uw aanmelding is verlopen.")).ToHaveCountAsync(1);
        await Expect(phone.Screen.Connection).ToHaveCountAsync(0);
        await Expect(phone.Page.Locator(".duty.stale")).ToHaveCountAsync(1);
        await phone.Key("pauze").ClickAsync();
        await Expect(phone.Screen.Trouble).ToContainTextAsync("Niet gedaan: uw aanmelding is verlopen.");
        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
    }

    [Fact]
    public async Task Who_signs_out_in_one_window_is_signed_out_in_all()
    {
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        var other = await screen.OpenBesideAsync();
        await Expect(other.Connection).ToContainTextAsync("Verbonden");

        var revoked = screen.Page.WaitForResponseAsync(answer => answer.Url.EndsWith("/connect/revoke", StringComparison.Ordinal) && answer.Ok);
        await screen.Page.Locator(".menu summary").ClickAsync();
        await screen.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Afmelden" }).ClickAsync();

        await revoked;
        foreach (var window in new[] { screen, other, await screen.OpenBesideAsync() })
            await Expect(window.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Aanmelden" })).ToBeVisibleAsync();
        await other.Page.ReloadAsync();
        await Expect(other.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Aanmelden" })).ToBeVisibleAsync();
    }
}

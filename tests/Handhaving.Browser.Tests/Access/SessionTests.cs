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
    }
}

using Handhaving.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Capacity;

/// <summary>Presence in districts stands against its norm, and what nobody knows is said so.</summary>
public sealed class PresencePageTests(ControlRoom room)
{
    [Fact]
    public async Task A_planner_sets_a_norm_and_sees_what_was_reached_and_what_is_not_known()
    {
        await room.PastPresenceAsync("WK0888D1", 30);
        await using var screen = await (await room.OpenAsync()).SignInToAsync("planner-wm", "/presence?of=municipalities/0888");
        var page = screen.Page;
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Wijk", Exact = true }).SelectOptionAsync("WK0888D1");
        await page.GetByLabel("Minuten per dienst").FillAsync("x");
        await Expect(page.Locator(".problem-line")).ToBeVisibleAsync();
        await page.GetByLabel("Minuten per dienst").FillAsync("120");
        await screen.PressAsync("Enter");

        var day = page.Locator(".presence-list tbody tr", new() { HasText = "WK0888D1" }).Filter(new() { HasText = "dag, 7 tot 15 uur" });
        await Expect(day).ToContainTextAsync("120 minuten");
        await Expect(day.Locator(".is-below")).ToContainTextAsync("1 van 1 diensten");
        await Expect(day.Locator(".not-known").First).ToContainTextAsync("diensten");
        await Screen.PressAsync(day.GetByRole(AriaRole.Button));
        await Expect(day.Locator("li.is-below")).ToContainTextAsync("30 minuten boa, 0 minuten politie");
        await Expect(day.Locator("li .not-known").First).ToHaveTextAsync("niet bekend");
        await Expect(page.Locator(".presence-about")).ToContainTextAsync("Bron: posities");
        await screen.IsAccessibleAsync();
    }

    [Fact]
    public async Task Who_does_not_plan_reads_it_for_the_team_and_sets_nothing()
    {
        await using var screen = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("police-chief-wm", "/presence");

        await Expect(screen.Page.Locator(".presence-part [role='status']").First).ToContainTextAsync("Gelezen om");
        await Expect(screen.Page.GetByLabel("Minuten per dienst")).ToHaveCountAsync(0);
        await screen.IsAccessibleAsync();
    }
}

using Handhaving.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Capacity;

/// <summary>People say what they would like on a phone, and their planner sees it where shifts are moved, with what a move would do before it is kept.</summary>
public sealed class WishPageTests(ControlRoom room)
{
    [Fact]
    public async Task A_wish_said_on_a_phone_stands_in_the_roster_and_a_move_against_it_is_told_before_it_is_kept()
    {
        var monday = Rostering.Monday(5);
        await using (var phone = await (await room.OpenPhoneAsync(null, ColorScheme.Light)).SignInToAsync("officer-beek-1", "/wishes"))
        {
            await phone.Page.GetByLabel("Dag", new() { Exact = true }).FillAsync($"{monday:yyyy-MM-dd}");
            await phone.IsAccessibleAsync();
            await Screen.PressAsync(phone.Page.GetByRole(AriaRole.Button, new() { Name = "Wens vastleggen" }));
            await Expect(phone.Page.Locator(".wish-list li")).ToContainTextAsync(["liever vrij"]);
            await phone.IsAccessibleAsync();
        }
        var draft = await room.DraftAsync(monday, Rostering.Shift(2, monday, 8), Rostering.Shift(1, monday.AddDays(1), 6));
        await using var screen = await (await room.OpenAsync()).SignInToAsync("planner-wm", $"/rosters?of={Rostering.Owner}&roster={draft.Name}");
        var page = screen.Page;
        ILocator Monday(int officer) => page.Locator($"[data-officer='{Rostering.Owner}/officers/officer-0888-{officer:00}'][data-day='{monday:yyyy-MM-dd}']");
        var wished = Monday(1);
        await Expect(wished.Locator(".wished")).ToHaveTextAsync("wens: vrij");

        await Monday(2).Locator(".shift").FocusAsync();
        await screen.PressAsync("Space");
        await screen.PressAsync("ArrowUp");
        for (var quarter = 0; quarter < 32; quarter++) await screen.PressAsync("Shift+ArrowRight"); // until midnight, six hours before the next
        await screen.PressAsync("Enter");

        var told = page.Locator(".consequences");
        await Expect(told.Locator(".breaks")).ToContainTextAsync("Als u dit vastlegt");
        await Expect(told.Locator(".finding[data-severity='breach']", new() { HasText = "dagelijkse rust" })).ToBeVisibleAsync();
        await Expect(told.Locator(".unwished")).ToContainTextAsync("liever vrij");
        await Expect(wished.Locator(".shift.edited[data-worst='breach']")).ToBeVisibleAsync();
        await screen.IsAccessibleAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Wijzigingen weggooien" }));
        await Expect(told).ToHaveCountAsync(0);
        await Expect(page.Locator(".shift[data-worst='breach']")).ToHaveCountAsync(0);

        await using var again = await (await room.OpenPhoneAsync(null)).SignInToAsync("officer-beek-1", "/wishes");
        await Screen.PressAsync(again.Page.Locator(".wish-list li button").First);
        await Expect(again.Page.Locator("#wishes-title")).ToBeFocusedAsync();
        await Expect(again.Page.Locator(".wish-list")).ToContainTextAsync("U hebt nog niets gevraagd.");
        await again.IsAccessibleAsync();
    }
}

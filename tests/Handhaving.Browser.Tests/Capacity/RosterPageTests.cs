using Handhaving.Browser.Tests.Support;
using Handhaving.Capacity.V1;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Capacity;

/// <summary>A planner works on a roster by keyboard and by pointer, and loses nothing when somebody else does too.</summary>
public sealed class RosterPageTests(ControlRoom room)
{
    [Fact]
    public async Task A_planner_carries_a_shift_by_keyboard_keeps_it_and_publishes()
    {
        var monday = Rostering.Monday(6);
        var draft = await room.DraftAsync(monday, Rostering.Shift(1, monday, 8), Rostering.Shift(1, monday.AddDays(1), 8));
        await using var screen = await OpenAsync(draft);
        var (page, grid) = (screen.Page, screen.Page.GetByRole(AriaRole.Grid));
        await grid.Locator(".shift").First.FocusAsync();
        await screen.IsAccessibleAsync();

        await screen.PressAsync("Space");
        await screen.PressAsync("ArrowDown");
        await Expect(Cell(page, 2, monday).Locator(".shift.lifted")).ToBeFocusedAsync();
        await screen.PressAsync("Escape");
        await Expect(Cell(page, 1, monday).Locator(".shift")).ToBeFocusedAsync();
        await Expect(page.Locator(".keep-bar")).ToHaveCountAsync(0);

        await screen.PressAsync("Space");
        await screen.PressAsync("ArrowDown");
        await screen.PressAsync("ArrowRight");
        await screen.PressAsync("Shift+ArrowRight");
        await screen.PressAsync("Enter");
        var moved = Cell(page, 2, monday.AddDays(1)).Locator(".shift");
        await Expect(moved).ToBeFocusedAsync();
        await Expect(moved).ToContainTextAsync("08:15-16:15");
        await Expect(moved).ToContainTextAsync("nog niet vastgelegd");
        await screen.IsAccessibleAsync();

        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Wijzigingen vastleggen" }));
        await Expect(page.Locator(".keep-bar")).ToHaveCountAsync(0);
        await Expect(moved).Not.ToContainTextAsync("nog niet vastgelegd");

        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Publiceren", Exact = true }));
        await Expect(page.Locator(".notice-changes li")).ToHaveCountAsync(2);
        await screen.IsAccessibleAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Publiceren: mensen werken hiernaar" }));
        await Expect(page.Locator(".roster-bar .roster-state")).ToHaveTextAsync("gepubliceerd");
    }

    [Fact]
    public async Task What_breaks_the_law_stands_at_its_shifts_with_rule_time_and_numbers()
    {
        var monday = Rostering.Monday(8);
        var draft = await room.DraftAsync(monday, Rostering.Shift(3, monday, 15), Rostering.Shift(3, monday.AddDays(1), 6));
        await using var screen = await OpenAsync(draft, ColorScheme.Light);
        var page = screen.Page;

        await Expect(page.Locator(".shift[data-worst='breach']")).ToHaveCountAsync(2);
        await page.Locator(".shift").First.FocusAsync();
        await screen.PressAsync("Enter");
        await Expect(page.Locator("#shift-title")).ToBeFocusedAsync();
        var finding = page.Locator(".shift-form .finding[data-severity='breach']").First;
        await Expect(finding).ToContainTextAsync("mag niet: lengte van een dienst (ATW 5:7");
        await Expect(finding).ToContainTextAsync("15 uur, grens 12");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Escape");

        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Publiceren", Exact = true }));
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Publiceren: mensen werken hiernaar" }));
        await Expect(page.Locator(".trouble[data-reason='ROSTER_BREAKS_LAW']")).ToContainTextAsync("Verbeter dit en doe het opnieuw.");
    }

    [Fact]
    public async Task What_was_dragged_stays_when_somebody_else_changed_the_roster_and_the_other_is_named()
    {
        var monday = Rostering.Monday(10);
        var draft = await room.DraftAsync(monday, Rostering.Shift(1, monday, 8));
        await using var screen = await OpenAsync(draft);
        var page = screen.Page;
        await room.ChangeAsync(draft, Rostering.Shift(4, monday.AddDays(3), 8));

        await Cell(page, 1, monday).Locator(".shift").DragToAsync(Cell(page, 2, monday.AddDays(2)));
        await Expect(Cell(page, 2, monday.AddDays(2)).Locator(".shift.edited")).ToBeVisibleAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Wijzigingen vastleggen" }));

        await Expect(page.Locator(".clash")).ToContainTextAsync("planner-wm-01 heeft dit rooster gewijzigd");
        await Expect(page.Locator(".clash")).ToContainTextAsync("Ze raken geen dienst die de ander wijzigde.");
        await Expect(Cell(page, 4, monday.AddDays(3)).Locator(".shift")).ToBeVisibleAsync();
        await Expect(Cell(page, 2, monday.AddDays(2)).Locator(".shift.edited")).ToBeVisibleAsync();
        await screen.IsAccessibleAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Wijzigingen vastleggen" }));
        await Expect(page.Locator(".keep-bar")).ToHaveCountAsync(0);
        await Expect(Cell(page, 2, monday.AddDays(2)).Locator(".shift")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_search_fills_the_draft_and_says_why_a_shift_stays_open_and_rows_are_reported()
    {
        var monday = Rostering.Monday(12);
        var draft = await room.DraftAsync(monday, Rostering.Shift(1, monday, 8));
        await using var screen = await OpenAsync(draft);
        var page = screen.Page;

        await page.GetByText("Laten invullen").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Dienst erbij" }).ClickAsync();
        await page.GetByLabel("dienst-1, ma").FillAsync("7");
        await page.GetByLabel("Seconden zoeken, hooguit 60").FillAsync("2");
        await screen.IsAccessibleAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Zoeken" }));
        await Expect(page.Locator(".solve [role='status']")).ToContainTextAsync("Klaar.", new() { Timeout = 60_000 });
        await Expect(page.Locator(".open-list li").First).ToContainTextAsync("bevoegd");
        await Expect(page.Locator(".open-shift").First).ToBeVisibleAsync();
        await screen.IsAccessibleAsync();

        await page.Locator(".file summary").ClickAsync();
        await page.Locator(".csv textarea").FillAsync($"officer,function,unit,activity,start_time,end_time,break_minutes,pinned,note\nofficer-0888-99,boa-1,,,{monday.AddDays(6):yyyy-MM-dd} 08:00,{monday.AddDays(6):yyyy-MM-dd} 16:00,,,\n");
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Eerst nakijken" }));
        await Expect(page.Locator(".row-report tr[data-outcome='refused']")).ToContainTextAsync("ROSTER_OFFICER_UNKNOWN");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Alles overnemen" })).ToBeDisabledAsync();
        await screen.IsAccessibleAsync();
    }

    [Fact]
    public async Task What_is_told_late_needs_a_reason_and_the_consent_of_whom_it_takes_a_free_day()
    {
        var monday = Rostering.Monday(2);
        var draft = await room.DraftAsync(monday, Rostering.Shift(1, monday.AddDays(2), 8));
        await using var screen = await OpenAsync(draft);
        var page = screen.Page;

        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Publiceren", Exact = true }));
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Publiceren: mensen werken hiernaar" }));
        await Expect(page.Locator(".trouble[data-reason='ROSTER_NOTICE_REASON']")).ToBeVisibleAsync();
        await Expect(page.Locator(".notice-changes li.late")).ToHaveCountAsync(1);
        await screen.IsAccessibleAsync();
        await page.GetByLabel("Waarom zo laat? Leeg als dat niet gevraagd wordt.").FillAsync("nieuw rooster");
        await screen.PressAsync("Enter");
        await Expect(page.Locator(".roster-bar .roster-state")).ToHaveTextAsync("gepubliceerd");

        await page.Locator(".shift").First.FocusAsync();
        await screen.PressAsync("Space");
        await screen.PressAsync("ArrowDown");
        await screen.PressAsync("Enter");
        await Screen.PressAsync(page.Locator(".keep-bar > .buttons").GetByRole(AriaRole.Button, new() { Name = "Wijzigingen vastleggen" }));
        await page.GetByLabel("Waarom zo laat? Leeg als dat niet gevraagd wordt.").FillAsync("ziekte");
        await screen.PressAsync("Enter");
        await Expect(page.Locator(".trouble[data-reason='ROSTER_NOTICE_CONSENT']")).ToBeVisibleAsync();
        await Expect(page.Locator(".consents strong")).ToContainTextAsync("moet instemmen");
        await screen.IsAccessibleAsync();
        await page.Locator(".consents label", new() { HasText = "moet instemmen" }).Locator("input").CheckAsync();
        await Screen.PressAsync(page.Locator(".notice-form").GetByRole(AriaRole.Button, new() { Name = "Wijzigingen vastleggen" }));
        await Expect(page.Locator(".keep-bar")).ToHaveCountAsync(0);
        await Expect(Cell(page, 2, monday.AddDays(2)).Locator(".shift")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_plans_nobody_is_told_so()
    {
        await using var screen = await (await room.OpenAsync()).SignInToAsync("mayor-beek", "/rosters");

        await Expect(screen.Page.Locator(".nothing")).ToContainTextAsync("Alleen planners");
        await screen.IsAccessibleAsync();
    }

    private async Task<Screen> OpenAsync(Roster roster, ColorScheme theme = ColorScheme.Dark)
    {
        var screen = await (await room.OpenAsync(theme)).SignInToAsync("planner-wm", $"/rosters?of={Rostering.Owner}&roster={roster.Name}");
        await Expect(screen.Page.Locator(".shift").First).ToBeVisibleAsync();
        return screen;
    }

    private static ILocator Cell(IPage page, int officer, DateOnly day) => page.Locator($"[data-officer='{Rostering.Owner}/officers/officer-0888-{officer:00}'][data-day='{day:yyyy-MM-dd}']");
}

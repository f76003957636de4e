using Handhaving.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Capacity;

/// <summary>A planner goes from the calendar down to the why, by keyboard.</summary>
public sealed class CapacityPageTests(ControlRoom room)
{
    [Fact]
    public async Task A_planner_opens_an_hour_sees_who_has_the_people_and_raises_the_waterline()
    {
        var day = Planning.Day(9);
        await room.AskAsync("braderie-capaciteit", "toezicht-te-voet", 2, day);
        await using var screen = await (await room.OpenAsync()).SignInToAsync("planner-wm", $"/capacity?of={Planning.Team}&function=toezicht-te-voet&day={day:yyyy-MM-dd}");
        var page = screen.Page;
        var grid = page.GetByRole(AriaRole.Grid);
        await grid.Locator("[tabindex='0']").FocusAsync();

        await screen.PressAsync("Control+Home");
        for (var row = 0; row < ((int)day.DayOfWeek + 6) % 7; row++) await screen.PressAsync("ArrowDown");
        for (var hour = 0; hour < 19; hour++) await screen.PressAsync("ArrowRight");
        var cell = grid.Locator("[tabindex='0']");
        await Expect(cell).ToBeFocusedAsync();
        await Expect(cell).ToHaveTextAsync("2");
        await screen.PressAsync("Enter");

        await Expect(page.Locator("#hour-title")).ToBeFocusedAsync();
        await Expect(page.Locator(".claims")).ToContainTextAsync("Zaak braderie-capaciteit, versie 1");
        await Expect(page.Locator("[data-layer='held'] td").First).ToHaveTextAsync("2");
        await screen.IsAccessibleAsync();

        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Waterlijn wijzigen" }));
        await page.GetByLabel("Hoeveel mensen moeten blijven?").FillAsync("1");
        await page.GetByLabel("Waarom? Dit komt in het logboek.").FillAsync("drukke avond in het centrum");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Enter");

        await Expect(page.Locator("[data-layer='waterline'] td").First).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-layer='free'] td").First).ToHaveTextAsync("1");
        await screen.PressAsync("Escape");
        await Expect(cell).ToBeFocusedAsync();
        await Expect(cell).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task Lowering_the_waterline_is_refused_and_proposed_as_a_decision_in_its_place()
    {
        var day = Planning.Day(16);
        await using var screen = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("police-chief-wm", $"/capacity?of={Planning.Team}&function=noodhulp&day={day:yyyy-MM-dd}");
        var page = screen.Page;
        await page.Locator($"[data-spot='{((int)day.DayOfWeek + 6) % 7} 10']").ClickAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Waterlijn wijzigen" }));
        await page.GetByLabel("Hoeveel mensen moeten blijven?").FillAsync("1");
        await page.GetByLabel("Waarom? Dit komt in het logboek.").FillAsync("rustige ochtend");
        await screen.PressAsync("Enter");

        await Expect(page.Locator(".trouble[data-reason='WATERLINE_LOWERED_BY_DECISION']")).ToBeVisibleAsync();
        await screen.IsAccessibleAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Stel de verlaging voor als besluit" }));
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Verlaging voorstellen" }));
        await page.GetByRole(AriaRole.Link, new() { Name = "Naar de besluiten" }).ClickAsync();

        var card = page.Locator(".decision-card", new() { HasText = "rustige ochtend" });
        await Expect(card).ToContainTextAsync("Waterlijn verlagen");
        await Expect(card).ToContainTextAsync("Waterlijn van Noodhulp wordt 1.");
        await screen.IsAccessibleAsync();
    }

    [Fact]
    public async Task What_nobody_reported_is_unknown_and_never_nothing()
    {
        await using var screen = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("police-chief-wm", $"/capacity?of={Planning.Team}&function=noodhulp&span=month&day={Planning.Day(-400):yyyy-MM-dd}");
        var cells = screen.Page.GetByRole(AriaRole.Gridcell);

        await Expect(cells.First).ToHaveTextAsync("?");
        await Expect(cells.Filter(new() { HasText = "0" })).ToHaveCountAsync(0);
        await cells.First.ClickAsync();
        await Expect(screen.Page.Locator(".unknown-line")).ToContainTextAsync("heeft niemand de sterkte gemeld");
        await Expect(screen.Page.Locator("[data-layer='free'] td").First).ToHaveTextAsync("?");
        await screen.IsAccessibleAsync();
    }
}

using Handhaving.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Capacity;

/// <summary>Activities are entered, get hours, stand in the report beside incidents, and end.</summary>
public sealed class ActivityPageTests(ControlRoom room)
{
    [Fact]
    public async Task A_planner_enters_an_activity_plans_and_makes_hours_and_ends_it_by_keyboard()
    {
        await room.PastCallsAsync(70);
        await using var screen = await (await room.OpenAsync()).SignInToAsync("planner-wm", "/activities?of=municipalities/0888");
        var page = screen.Page;
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Nieuwe activiteit" }));
        await Expect(page.Locator("#activity-form-title")).ToBeFocusedAsync();
        await page.GetByLabel("Soort").SelectOptionAsync(new SelectOptionValue { Label = "verkeer" });
        await page.GetByLabel("Naam").FillAsync("Snelheid bij scholen");
        await page.GetByLabel("Code").FillAsync("snelheid-scholen");
        await page.GetByLabel("Thema", new() { Exact = true }).FillAsync("verkeersveiligheid");
        await Expect(page.Locator(".activity-form .problem-line")).ToHaveTextAsync("Vul in waar het verkeerswerk is.");
        await page.GetByLabel("Waar", new() { Exact = true }).FillAsync("Centrum");
        await page.GetByLabel("Organisatie 1").FillAsync("gemeente-beek");
        await page.GetByLabel("Uren in totaal, 1").FillAsync("12,5");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Enter");

        var row = page.Locator("button.row", new() { HasText = "Snelheid bij scholen" });
        await Screen.PressAsync(row);
        await Expect(page.Locator("#activity-title")).ToBeFocusedAsync();
        await page.GetByLabel("Gepland", new() { Exact = true }).FillAsync("4");
        await page.GetByLabel("Gemaakt", new() { Exact = true }).FillAsync("3,5");
        await screen.PressAsync("Enter");
        await Expect(page.Locator(".hours-form [role='status']")).ToContainTextAsync("4 gepland, 3,5 gemaakt");
        await Expect(page.Locator(".activity-list").First).ToContainTextAsync("12,5 toegezegd, 4 gepland, 3,5 gemaakt");
        await page.GetByLabel("Gepland", new() { Exact = true }).FillAsync("13");
        await screen.PressAsync("Enter");
        await Expect(page.Locator(".trouble[data-reason='ACTIVITY_HOURS_EXHAUSTED']")).ToBeVisibleAsync();

        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Bekijk", Exact = true }));
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Gemaakte uren van de geplande uren, per maand" })).ToContainTextAsync("3,5 / 4");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Wat elk thema kreeg" })).ToContainTextAsync("Uren aan meldingen");
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Gebied", Exact = true }));
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Gemaakte uren van de geplande uren, per maand" }).Locator("tbody th").First).ToHaveTextAsync("Centrum");
        await screen.IsAccessibleAsync();

        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Beëindigen met vandaag als laatste dag" }));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Beëindigen met vandaag als laatste dag" })).ToBeDisabledAsync();
        await page.GetByLabel("Dag", new() { Exact = true }).FillAsync($"{Planning.Day(1):yyyy-MM-dd}");
        await page.GetByLabel("Gepland", new() { Exact = true }).FillAsync("1");
        await screen.PressAsync("Enter");
        await Expect(page.Locator(".trouble[data-reason='FUNDING_ENDED']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_does_not_plan_reads_and_changes_nothing()
    {
        await using var screen = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("mayor-beek", "/activities");

        await Expect(screen.Page.Locator(".activity-part [role='status']").First).ToContainTextAsync("Gelezen om");
        await Expect(screen.Page.GetByRole(AriaRole.Button, new() { Name = "Nieuwe activiteit" })).ToHaveCountAsync(0);
        await screen.IsAccessibleAsync();
    }
}

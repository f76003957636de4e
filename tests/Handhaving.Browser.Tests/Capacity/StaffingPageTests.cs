using Handhaving.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Capacity;

/// <summary>Units by the hour and who goes where, as curves and as tables, with what the numbers rest on.</summary>
public sealed class StaffingPageTests(ControlRoom room)
{
    [Fact]
    public async Task Calls_expected_and_the_units_they_need_stand_hour_by_hour_with_their_error_and_limits()
    {
        await room.PastCallsAsync(70);
        await using var screen = await (await room.OpenAsync()).SignInToAsync("planner-wm", "/staffing?of=municipalities/0888");
        var page = screen.Page;
        await page.GetByLabel("Gepland aantal").FillAsync("4");
        await screen.IsAccessibleAsync();

        await screen.PressAsync("Enter");
        await Expect(page.Locator(".chart")).ToHaveCountAsync(4);
        await Expect(page.Locator("#forecast-title + .chart .chart-legend li")).ToHaveCountAsync(3);
        await Expect(page.Locator(".facts").First).ToContainTextAsync("Fout van vorige week herhalen");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Alle cijfers per uur" }).Locator("tbody tr")).ToHaveCountAsync(24);
        await Expect(page.Locator(".model-notes")).ToContainTextAsync("ErlangC");
        await page.GetByText("Dezelfde cijfers als tabel").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Meldingen per uur" }).Locator("tbody tr")).ToHaveCountAsync(24);
        await screen.IsAccessibleAsync();
    }

    [Fact]
    public async Task A_load_of_ones_own_is_sized_and_what_cannot_be_is_refused_with_what_to_do()
    {
        await using var screen = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("mayor-stein", "/staffing");
        var page = screen.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Bereken" }).ClickAsync();
        await Expect(page.Locator(".trouble[data-reason='HISTORY_TOO_SHORT']")).ToHaveCountAsync(1);
        await screen.IsAccessibleAsync();

        await page.GetByLabel("ik vul ze in").CheckAsync();
        await page.GetByLabel("Minuten bezet per melding").FillAsync("30");
        await screen.PressAsync("Enter");
        await Expect(page.Locator(".staffing-table tbody tr")).ToHaveCountAsync(1);
        await Expect(page.Locator(".staffing-part")).ToContainTextAsync("met een minder");
        await screen.IsAccessibleAsync();
    }

    [Fact]
    public async Task Units_that_help_each_other_are_told_with_one_missing()
    {
        await using var screen = await (await room.OpenAsync()).SignInToAsync("police-chief-wm", "/staffing");
        var page = screen.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Wie gaat waarheen" }).ClickAsync();
        await page.GetByLabel("Zonder eenheid nummer").FillAsync("2");
        await screen.IsAccessibleAsync();

        await screen.PressAsync("Enter");
        await Expect(page.Locator("#inter-title")).ToBeVisibleAsync();
        await Expect(page.Locator(".staffing-part .staffing-table").First.Locator("tbody tr")).ToHaveCountAsync(3);
        await Expect(page.Locator(".model-notes")).ToContainTextAsync("HypercubeExact");
        await screen.IsAccessibleAsync();
    }
}

using Handhaving.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Capacity;

/// <summary>A planner keeps absences and takes files in, row by row.</summary>
public sealed class OfficerPageTests(ControlRoom room)
{
    [Fact]
    public async Task A_planner_reports_an_absence_takes_it_back_and_a_file_is_taken_whole_or_not_at_all()
    {
        await using var screen = await (await room.OpenAsync()).SignInToAsync("planner-wm", "/officers?of=municipalities/0888");
        var page = screen.Page;
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Boa 5" }));
        await Expect(page.Locator("#officer-title")).ToBeFocusedAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Afwezigheid melden" }));
        await screen.IsAccessibleAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Melden", Exact = true }));
        await Expect(page.Locator(".absences li")).ToContainTextAsync("ziek");
        await screen.IsAccessibleAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Vervalt" }));
        await Expect(page.Locator(".absences li")).ToHaveCountAsync(0);
        await screen.PressAsync("Escape");

        const string Columns = "officer,kind,start_time,end_time,certainty,borrower\n";
        var day = Planning.Day(90);
        await page.GetByText("Bestanden in en uit").ClickAsync();
        await page.Locator(".csv textarea").FillAsync($"{Columns}officer-0888-05,leave,{day:yyyy-MM-dd} 08:00,{day:yyyy-MM-dd} 16:00,confirmed,\nniemand,leave,{day:yyyy-MM-dd} 08:00,{day:yyyy-MM-dd} 16:00,confirmed,\n");
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Eerst nakijken" }));
        await Expect(page.Locator(".row-report tr[data-outcome='refused']")).ToContainTextAsync("IMPORT_OFFICER_UNKNOWN");
        await Expect(page.Locator(".row-report tr[data-outcome='added']")).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Alles overnemen" })).ToBeDisabledAsync();
        await screen.IsAccessibleAsync();

        await page.Locator(".csv textarea").FillAsync($"{Columns}officer-0888-05,leave,{day:yyyy-MM-dd} 08:00,{day:yyyy-MM-dd} 16:00,confirmed,\n");
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Eerst nakijken" }));
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Alles overnemen" }));
        await Expect(page.Locator(".row-report")).ToContainTextAsync("1 regel overgenomen.");
    }

    [Fact]
    public async Task Who_plans_nobody_sees_no_file()
    {
        await using var screen = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("police-chief-wm", "/officers");

        await Expect(screen.Page.Locator(".nothing")).ToContainTextAsync("Dossiers van medewerkers");
        await screen.IsAccessibleAsync();
    }
}

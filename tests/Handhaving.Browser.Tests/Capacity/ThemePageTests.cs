using Handhaving.Browser.Tests.Support;
using Handhaving.Capacity.V1;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Capacity;

/// <summary>Priorities are proposed, heard, and held against the hours that were given.</summary>
public sealed class ThemePageTests(ControlRoom room)
{
    [Fact]
    public async Task A_planner_proposes_a_version_the_mayor_is_heard_and_the_hours_stand_beside_the_weights()
    {
        await room.PastCallsAsync(70);
        await using var planner = await (await room.OpenAsync()).SignInToAsync("planner-wm", "/themes?of=municipalities/0888");
        var page = planner.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Bekijk" }).ClickAsync();
        await Expect(page.Locator(".balance tbody tr")).ToHaveCountAsync(6); // five themes of its team, and what fits none
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Nieuwe versie voorstellen" }));
        await page.GetByLabel("Document waarop het rust").FillAsync("Kadernota integrale veiligheid");
        await page.GetByLabel("Geldt van").FillAsync($"{Planning.Day(-300):yyyy-MM-dd}");
        await page.GetByLabel("Geldt tot en met").FillAsync($"{Planning.Day(-30):yyyy-MM-dd}");
        await page.GetByLabel("Code, 1").FillAsync("overlast");
        await page.GetByLabel("Naam, 1").FillAsync("Overlast");
        await page.GetByLabel("%, 1").FillAsync("70");
        await page.GetByLabel("Waar het vandaan komt, 1").FillAsync("raad");
        await page.GetByLabel("Soorten meldingen, 1").FillAsync("noise");
        await page.GetByLabel("Waarom is het zo?").FillAsync("besluit van de raad");
        await planner.IsAccessibleAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Voorstellen", Exact = true }));
        await Expect(page.Locator(".profile .awaited")).ToContainTextAsync("burgemeester, Gemeente Beek");

        await using var mayor = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("mayor-beek", "/themes");
        await mayor.Page.GetByLabel("Wat vindt u ervan? Dit komt bij de versie te staan.").FillAsync("akkoord");
        await mayor.IsAccessibleAsync();
        await Screen.PressAsync(mayor.Page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }));
        await Expect(mayor.Page.Locator(".profile-state.valid")).ToBeVisibleAsync();
        await Expect(mayor.Page.Locator(".profile-state.over")).ToHaveTextAsync("verlopen document");

        await mayor.Page.GetByRole(AriaRole.Button, new() { Name = "Bekijk" }).ClickAsync();
        await Expect(mayor.Page.Locator(".expired")).ToBeVisibleAsync();
        await Expect(mayor.Page.Locator(".balance tbody tr")).ToHaveCountAsync(2);
        await Expect(mayor.Page.Locator(".balance tbody tr").First).ToContainTextAsync("WK088801");
        await mayor.IsAccessibleAsync();
    }

    [Fact]
    public async Task A_mayor_is_heard_about_the_priorities_of_the_team()
    {
        await room.AskAsync("kermis-prioriteit", "toezicht-te-voet", 1, Planning.Day(20)); // by which the page knows the team
        var (from, until) = (Planning.Day(0), Planning.Day(300));
        var profile = new PriorityProfile
        {
            Document = "Kadernota", Motive = "raad", ValidFrom = new() { Year = from.Year, Month = from.Month, Day = from.Day }, ValidUntil = new() { Year = until.Year, Month = until.Month, Day = until.Day },
            Themes = { new PriorityTheme { Code = "verkeer", DisplayName = "Verkeer", Weight = 40, Origin = "raad", Families = { "traffic" } } },
        };
        var priorities = new PriorityService.PriorityServiceClient(await room.AsAsync("planner-wm"));
        var latest = (await priorities.ListPriorityProfilesAsync(new() { Parent = Planning.Team, PageSize = 1 }, ControlRoom.Call)).Profiles.Single().Name;
        await priorities.ProposePriorityProfileAsync(new() { Parent = Planning.Team, Profile = profile, Latest = latest, RequestId = ControlRoom.NewId() }, ControlRoom.Call);
        await using var screen = await (await room.OpenAsync()).SignInToAsync("mayor-beek", "/themes");

        await screen.Page.GetByLabel("Van welke gemeente of welk team?").SelectOptionAsync(Planning.Team);
        await screen.Page.GetByLabel("Wat vindt u ervan? Dit komt bij de versie te staan.").FillAsync("akkoord");
        await Screen.PressAsync(screen.Page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }));

        await Expect(screen.Page.Locator(".opinions").First).ToContainTextAsync("burgemeester, Gemeente Beek: akkoord");
        await Expect(screen.Page.Locator(".awaited")).Not.ToContainTextAsync("Gemeente Beek");
        await screen.IsAccessibleAsync();
    }
}

using Handhaving.Browser.Tests.Support;
using Handhaving.Capacity.V1;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Capacity;

/// <summary>Checks of several organisations: planned once, seen by all, and each files findings of its own.</summary>
public sealed class CheckPageTests(ControlRoom room)
{
    [Fact]
    public async Task A_planner_plans_a_check_with_units_of_each_organisation()
    {
        await using var screen = await (await room.OpenAsync()).SignInToAsync("planner-wm", "/checks?of=municipalities/0888");
        var page = screen.Page;
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Controle plannen" }));
        await page.GetByLabel("Naam").FillAsync("Horecacontrole");
        await page.GetByLabel("Waar", new() { Exact = true }).FillAsync("Markt");
        await Expect(page.Locator(".check-form .problem-line")).ToHaveTextAsync("Kies minstens een andere organisatie.");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Gemeente Stein", Exact = true }).FocusAsync();
        await screen.PressAsync("Space");
        await Expect(page.Locator(".check-form .problem-line")).ToHaveTextAsync("Kies van elke organisatie minstens een eenheid.");
        foreach (var unit in new[] { "BEE-1", "STE-2" })
        {
            await page.GetByRole(AriaRole.Checkbox, new() { Name = unit, Exact = true }).FocusAsync();
            await screen.PressAsync("Space");
        }
        await screen.IsAccessibleAsync();
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Plannen", Exact = true }));

        await Expect(page.Locator("#check-title")).ToHaveTextAsync("Horecacontrole");
        await Expect(page.Locator("#check-title")).ToBeFocusedAsync();
        await Expect(page.Locator(".check-panel")).ToContainTextAsync("Gemeente Stein");
        await Expect(page.Locator(".check-early")).ToBeVisibleAsync();
        await screen.IsAccessibleAsync();
        await page.GetByLabel("Van welke gemeente of welk team?").SelectOptionAsync("municipalities/0971");
        await Expect(page.Locator(".check-row")).ToContainTextAsync(["Horecacontrole"]);
    }

    [Fact]
    public async Task Who_is_asked_answers_by_keyboard_and_who_planned_calls_it_off_with_a_reason()
    {
        await PlanAsync("Wijkcontrole", 24);
        await using var screen = await (await room.OpenAsync()).SignInToAsync("planner-wm", "/checks?of=municipalities/0971");
        var page = screen.Page;
        var row = page.Locator(".check-row", new() { HasText = "Wijkcontrole" });

        await Expect(row.Locator(".check-awaited")).ToContainTextAsync("Gemeente Stein");
        await Screen.PressAsync(row);
        await page.GetByLabel("Doet niet mee").FocusAsync();
        await screen.PressAsync("Space");
        await page.GetByLabel("Waarom niet?").FillAsync("geen mensen");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Enter");
        await Expect(page.Locator(".check-stance.declines")).ToHaveTextAsync("doet niet mee");
        await Expect(page.Locator(".check-panel")).ToContainTextAsync("geen mensen");
        await Expect(page.Locator(".check-findings")).ToHaveCountAsync(0);

        await page.GetByLabel("Van welke gemeente of welk team?").SelectOptionAsync("municipalities/0888");
        await Screen.PressAsync(row);
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Controle afzeggen" }));
        await page.GetByLabel("Waarom gaat de controle niet door?").FillAsync("te weinig mensen");
        await screen.PressAsync("Enter");
        await Expect(page.Locator(".check-panel .check-moment")).ToHaveTextAsync("gaat niet door");
        await Expect(page.Locator(".check-panel")).ToContainTextAsync("Gaat niet door: te weinig mensen");
        await screen.IsAccessibleAsync();
    }

    [Fact]
    public async Task What_one_organisation_found_the_other_does_not_read()
    {
        await PlanAsync("Vuurwerkcontrole", -1);
        await using var screen = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("planner-wm", "/checks?of=municipalities/0888");
        var page = screen.Page;

        await Screen.PressAsync(page.Locator(".check-row", new() { HasText = "Vuurwerkcontrole" }));
        await page.GetByLabel("Wat is er gevonden?").FillAsync("drie dozen vuurwerk");
        await Screen.PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen", Exact = true }));
        await Expect(page.Locator(".check-findings li")).ToContainTextAsync("drie dozen vuurwerk planner-wm-01");
        await screen.IsAccessibleAsync();

        await page.GetByLabel("Van welke gemeente of welk team?").SelectOptionAsync("municipalities/0971");
        await Screen.PressAsync(page.Locator(".check-row", new() { HasText = "Vuurwerkcontrole" }));
        await Expect(page.Locator(".check-findings")).ToContainTextAsync("Er is nog niets vastgelegd.");
    }

    // Beek plans it, and asks Stein.
    private async Task PlanAsync(string name, int hoursAhead)
    {
        var start = DateTime.UtcNow.AddHours(hoursAhead);
        var check = new JointCheck
        {
            DisplayName = name, Place = "Haven", StartTime = start.ToTimestamp(), EndTime = start.AddHours(4).ToTimestamp(), Participants = { "municipalities/0888", "municipalities/0971" },
            Units = { "municipalities/0888/units/boa-0888-1", "municipalities/0971/units/boa-0971-1" },
        };
        await new JointCheckService.JointCheckServiceClient(await room.AsAsync("planner-wm")).PlanJointCheckAsync(new() { Parent = "municipalities/0888", JointCheck = check, RequestId = ControlRoom.NewId() }, ControlRoom.Call);
    }
}

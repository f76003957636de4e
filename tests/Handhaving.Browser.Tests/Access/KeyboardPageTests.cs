using Grpc.Core;
using Handhaving.Browser.Tests.Support;
using Handhaving.Capacity.V1;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using DispatchV1 = Handhaving.Dispatch.V1;

namespace Handhaving.Browser.Tests.Access;

/// <summary>The work of a page beside the desk without a mouse.</summary>
public sealed class KeyboardPageTests(ControlRoom room)
{
    [Fact]
    public async Task An_auditor_finds_a_refusal_and_judges_it()
    {
        var log = new DispatchV1.AuditService.AuditServiceClient(await room.AsAsync("centralist-beek"));
        await Assert.ThrowsAsync<RpcException>(async () => await log.ListEntriesAsync(new() { Parent = "municipalities/0888" }, ControlRoom.Call));
        await using var screen = await (await room.OpenAsync()).SignInToAsync("auditor-wm", "/audit");
        var row = screen.Page.Locator(".audit-table tbody tr").Filter(new() { HasText = "had het recht niet" }).First;

        await screen.TabAndPressAsync(Button(screen, "Geweigerd"));
        await Expect(row).ToBeVisibleAsync();
        await screen.TabAndPressAsync(row.GetByRole(AriaRole.Button));
        await Expect(screen.Page.Locator(".audit-detail")).ToContainTextAsync("had het recht niet (PERMISSION_MISSING)");
        await screen.TabAndPressAsync(screen.Page.Locator(".audit-review > button"));
        await screen.TabToAsync(screen.Page.GetByLabel("Wat vond u?"));
        await screen.TypeAsync("terecht, zonder muis");
        await screen.TabAndPressAsync(Button(screen, "Vastleggen"));
        await Expect(screen.Page.Locator(".audit-review")).ToContainTextAsync("terecht, zonder muis");
        await screen.TabAndPressAsync(Button(screen, "Sluiten"));

        await Expect(screen.Page.Locator(".audit-detail")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task An_administrator_changes_a_setting()
    {
        await using var screen = await (await room.OpenAsync()).SignInToAsync("functional-admin-beek", "/settings");
        var row = screen.Page.Locator("[data-name='municipalities/0888/settings/dispatch.duplicate-minutes']");

        await screen.TabAndPressAsync(row.GetByRole(AriaRole.Button, new() { Name = "Wijzigen: dispatch.duplicate-minutes" }));
        await screen.TabToAsync(row.GetByLabel("Nieuwe waarde"));
        await screen.PressAsync("Control+A");
        await screen.TypeAsync("45");
        await screen.TabToAsync(row.GetByLabel("Waarom?"));
        await screen.TypeAsync("markt op het plein");
        await screen.PressAsync("Enter");

        await Expect(row.Locator("code")).ToHaveTextAsync(["45", "30"]);
    }

    [Fact]
    public async Task A_planner_opens_an_hour_and_comes_back_to_it()
    {
        await using var screen = await (await room.OpenAsync()).SignInToAsync("planner-wm", $"/capacity?of={Planning.Team}&function=toezicht-te-voet&day={Planning.Day(10):yyyy-MM-dd}");
        var cell = screen.Page.GetByRole(AriaRole.Grid).Locator("[tabindex='0']");

        await screen.TabToAsync(cell);
        await screen.PressAsync("ArrowDown");
        await screen.PressAsync("ArrowRight");
        await Expect(cell).ToBeFocusedAsync();
        await screen.PressAsync("Enter");
        await Expect(screen.Page.Locator("#hour-title")).ToBeFocusedAsync();
        await screen.PressAsync("Escape");

        await Expect(cell).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_chief_proposes_what_to_do_about_a_shortage_and_votes()
    {
        await room.AskAsync("markt-toetsen", "noodhulp", 6, Planning.Day(19), OnShortage.Decide);
        await using var screen = await (await room.OpenAsync()).SignInToAsync("police-chief-wm", $"/conflicts?of={Planning.Team}");

        await screen.TabAndPressAsync(screen.Page.Locator(".conflict-row").First); // the newest
        await Expect(screen.Page.Locator("#conflict-title")).ToBeFocusedAsync();
        await screen.TabAndPressAsync(Button(screen, "Stel dit voor: Minder geven"));
        await screen.TypeAsync("meer mensen zijn er niet");
        await screen.PressAsync("Enter");
        await screen.TabAndPressAsync(Button(screen, "Op de agenda zetten"));
        var vote = screen.Page.GetByRole(AriaRole.Form, new() { Name = "U stemt als politiechef." });
        await screen.TabToAsync(vote.GetByRole(AriaRole.Textbox));
        await screen.TypeAsync("eens");
        await screen.TabAndPressAsync(vote.GetByRole(AriaRole.Button, new() { Name = "Stem voor" }));

        await Expect(screen.Page.Locator(".votes li[data-stance='for']")).ToHaveCountAsync(1);
    }

    private static ILocator Button(Screen screen, string name) => screen.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}

using Handhaving.Browser.Tests.Support;
using Handhaving.Capacity.V1;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Capacity;

/// <summary>The driehoek decides about a shortage on the page, and the register says what is not done.</summary>
public sealed class ConflictPageTests(ControlRoom room)
{
    [Fact]
    public async Task A_chief_proposes_and_votes_a_mayor_decides_and_the_register_shows_what_is_not_done()
    {
        await room.AskAsync("kermis-conflict", "noodhulp", 6, Planning.Day(12), OnShortage.Decide);
        await using var chief = await (await room.OpenAsync()).SignInToAsync("police-chief-wm", $"/conflicts?of={Planning.Team}");
        await Screen.PressAsync(chief.Page.Locator(".conflict-row").First); // the newest
        await Expect(chief.Page.Locator("#conflict-title")).ToBeFocusedAsync();
        await Expect(chief.Page.Locator(".competing")).ToContainTextAsync("kermis-conflict");
        await Expect(chief.Page.Locator(".options thead th")).ToHaveCountAsync(7);
        await chief.IsAccessibleAsync();

        await Screen.PressAsync(chief.Page.GetByRole(AriaRole.Button, new() { Name = "Stel dit voor: Minder geven" }));
        await chief.TypeAsync("meer mensen zijn er niet");
        await chief.IsAccessibleAsync();
        await chief.PressAsync("Enter");
        await Screen.PressAsync(chief.Page.GetByRole(AriaRole.Button, new() { Name = "Op de agenda zetten" }));
        var vote = chief.Page.GetByRole(AriaRole.Form, new() { Name = "U stemt als politiechef." });
        await vote.GetByRole(AriaRole.Textbox).FillAsync("eens");
        await Screen.PressAsync(vote.GetByRole(AriaRole.Button, new() { Name = "Stem voor" }));
        await Expect(chief.Page.Locator(".votes li[data-stance='for']")).ToHaveCountAsync(1);
        var decision = await chief.Page.Locator(".decision-card").GetAttributeAsync("data-name") ?? "";
        await room.VoteAsync("prosecutor", decision, TriangleRole.Prosecutor);

        await using var mayor = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("mayor-beek", $"/conflicts?of={Planning.Team}&view=decisions");
        var card = mayor.Page.Locator($".decision-card[data-name='{decision}']");
        await Expect(card).ToContainTextAsync("burgemeester, Gemeente Beek");
        await card.GetByRole(AriaRole.Textbox).FillAsync("akkoord");
        await mayor.IsAccessibleAsync();
        await Screen.PressAsync(card.GetByRole(AriaRole.Button, new() { Name = "Stem voor" }));
        await Expect(card).ToContainTextAsync("besloten en uitgevoerd");
        await Screen.PressAsync(mayor.Page.GetByRole(AriaRole.Button, new() { Name = "Bewust niet gedaan" }));
        await Expect(card).ToContainTextAsync("kermis-conflict: 2 Noodhulp");
        await mayor.IsAccessibleAsync();

        await Screen.PressAsync(chief.Page.GetByRole(AriaRole.Button, new() { Name = "Opnieuw lezen" }));
        await Expect(chief.Page.Locator(".conflict .over").First).ToContainTextAsync("Dit conflict is voorbij");
    }
}

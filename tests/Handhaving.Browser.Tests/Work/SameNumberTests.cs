using Handhaving.Browser.Tests.Support;
using Handhaving.Dispatch.V1;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>Each municipality numbers its own incidents: of two with one number on a board the desk says which.</summary>
public sealed class SameNumberTests(ControlRoom room)
{
    private const string Brunssum = "0899", Voerendaal = "0986";

    [Fact]
    public async Task The_units_and_the_command_line_name_the_municipality()
    {
        await room.SignOnAsync(Phone.Officer, Brunssum, 1);
        var (here, there) = (await ReportAsync(Brunssum), await ReportAsync(Voerendaal));
        while (here.Number != there.Number)
        {
            var isBehind = string.CompareOrdinal(here.Number, there.Number) < 0;
            await room.CancelAsync(Phone.Desk, isBehind ? here.Name : there.Name);
            if (isBehind) here = await ReportAsync(Brunssum);
            else there = await ReportAsync(Voerendaal);
        }
        await room.OfferAsync(Phone.Desk, here.Name, Brunssum, 1);
        await using var screen = await (await room.OpenAsync()).SignInAsync(Phone.Desk);

        await Expect(screen.Page.Locator(".unit-row .unit-state").Filter(new() { HasText = here.Number })).ToContainTextAsync($"{here.Number} Brunssum");
        await screen.PressAsync("/");
        await screen.TypeAsync($"o {here.Number}");
        var choices = screen.Page.Locator(".command").GetByRole(AriaRole.Option);
        await Expect(choices.First).ToContainTextAsync("Noem de gemeente erbij of kies: ");
        await screen.PressAsync("Enter"); // which opens none of them
        await Expect(choices).ToHaveCountAsync(3);
        await screen.IsAccessibleAsync();
        await screen.TypeAsync("voer");
        await screen.PressAsync("Enter");

        await Expect(screen.Incident.Locator(".incident-head")).ToContainTextAsync($"{there.Number} Voerendaal");
        await room.CancelAsync(Phone.Desk, here.Name);
        await room.CancelAsync(Phone.Desk, there.Name);
        await room.SignOffAsync(Phone.Officer, Brunssum, 1);
    }

    private Task<Incident> ReportAsync(string municipality) => room.ReportAsync(Phone.Desk, municipality, Markets.Of(municipality), "een van twee");
}

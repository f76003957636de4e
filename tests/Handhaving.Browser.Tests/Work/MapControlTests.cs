using Handhaving.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>What one presses on the map can be pressed on a small screen too, whatever else is open.</summary>
public sealed class MapControlTests(ControlRoom room)
{
    // Of each control of the map what stands over it, and of each button in the window that it is smaller than a finger needs.
    private const string Hindered = """
        () => {
          const controls = [...document.querySelectorAll(".map .maplibregl-ctrl")], buttons = [...document.querySelectorAll("main button")];
          const boxOf = (element) => element.getBoundingClientRect();
          const meet = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
          const over = controls.flatMap((one, at) => controls.slice(at + 1).filter((other) => meet(boxOf(one), boxOf(other))).map((other) => `${one.className} meets ${other.className}`));
          const corners = [...document.querySelectorAll(".map button")].flatMap((button) => {
            const { left, right, top, bottom } = boxOf(button);
            const free = [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]].every(([x, y]) => button.contains(document.elementFromPoint(x, y)));
            return free ? [] : [`${button.className} is covered`];
          });
          const small = buttons.filter((button) => { const { width, height } = boxOf(button); return width > 0 && (width < 24 || height < 24); }).map((button) => `${button.textContent} is small`);
          return [...over, ...corners, ...small];
        }
        """;

    [Fact]
    public async Task On_a_small_screen_with_loans_open_nothing_covers_the_maps_controls()
    {
        await using var screen = await room.OpenWithMapAsync();
        await screen.Page.SetViewportSizeAsync(1280, 720);
        await screen.SignInAsync("centralist-wm");
        await screen.CommandAsync("l");
        await Expect(screen.Page.Locator(".panel.loans")).ToBeVisibleAsync();
        await Expect(screen.Page.Locator(".map-place[data-drawn='true'] .maplibregl-ctrl-attrib")).ToBeVisibleAsync();

        Assert.Empty(await screen.Page.EvaluateAsync<string[]>(Hindered));
    }
}

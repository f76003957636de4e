using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>What waits stands in the order in which it gets the free units, and one key sends the first.</summary>
public sealed class OrderTests(ControlRoom room)
{
    [Theory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task The_most_urgent_of_what_waits_gets_its_unit_by_one_key_and_the_rest_stays(ColorScheme theme)
    {
        await room.SignOnAsync("officer-beek-1", "0888", 1);
        var later = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "kan wachten", priority: 4);
        var urgent = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "is dringend", priority: 2);
        await using var screen = await (await room.OpenAsync(theme)).SignInAsync("centralist-wm");
        var order = screen.Page.Locator(".panel.order");
        await Expect(screen.Queue.Locator($"button[data-name='{urgent.Name}']")).ToBeVisibleAsync();

        await screen.PressAsync("Shift+F4");
        await Expect(screen.Page.Locator("#order-title")).ToBeFocusedAsync();
        await Expect(order.Locator(".ordered").First).ToHaveAttributeAsync("data-name", urgent.Name);
        await Expect(order.Locator(".ordered").First).ToContainTextAsync("dringend: prioriteit 2");
        await Expect(order.Locator(".ordered").First.Locator(".factors")).Not.ToBeEmptyAsync();
        await Expect(order.Locator($".ordered[data-name='{later.Name}']")).ToBeVisibleAsync();
        await screen.IsAccessibleAsync();
        await Expect(order.Locator("button[data-act='send']")).ToBeEnabledAsync();
        await screen.PressAsync("F4");

        await Expect(order.Locator($".ordered[data-name='{urgent.Name}']")).ToHaveCountAsync(0);
        await Expect(screen.Queue.Locator($"button[data-name='{urgent.Name}']")).ToContainTextAsync("aangeboden aan");
        await Expect(screen.Queue.Locator($"button[data-name='{later.Name}']")).Not.ToContainTextAsync("aangeboden aan");
        await Expect(screen.Page.Locator("#order-title")).ToBeFocusedAsync();
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Escape");
        await Expect(order).ToHaveCountAsync(0);
        await room.CancelAsync("centralist-wm", urgent.Name);
        await room.CancelAsync("centralist-wm", later.Name);
    }
}

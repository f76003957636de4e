using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Access;

/// <summary>axe finds no violation of WCAG 2.2 AA on any page, dark and light.</summary>
public sealed class AccessibilityTests(ControlRoom room)
{
    [Theory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task Each_page_of_the_desk(ColorScheme theme)
    {
        await room.SignOnAsync("officer-beek-1", "0888", 1);
        var incident = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "voor de toegankelijkheid");
        await using var screen = await room.OpenAsync(theme);
        await screen.Page.GotoAsync(room.Address.ToString());
        await Expect(screen.Page.Locator(".sign-in button")).ToBeFocusedAsync();
        await screen.IsAccessibleAsync();

        await screen.SignInAsync("centralist-wm");
        await screen.IsAccessibleAsync();
        await screen.OpenAsync(incident.Name);
        await screen.Incident.Locator(".rejections summary, .pick").First.WaitForAsync();
        await screen.IsAccessibleAsync();
        await screen.Incident.GetByRole(AriaRole.Button, new() { Name = "Afhandelen zonder eenheid" }).ClickAsync();
        await screen.IsAccessibleAsync();
        await screen.PressAsync("F2");
        await screen.TypeAsync("overlast");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Escape"); // the choices
        await screen.PressAsync("Escape"); // the form
        await screen.Incident.WaitForAsync();
        await screen.PressAsync("/");
        await screen.TypeAsync("s bee1 ");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Escape");
        await screen.PressAsync("?");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Escape");
        await screen.Page.Context.SetOfflineAsync(true);
        await Expect(screen.Connection).ToContainTextAsync("Geen verbinding");
        await screen.IsAccessibleAsync();
        await room.CancelAsync("centralist-wm", incident.Name);
    }

    [Theory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task Each_page_beside_the_desk(ColorScheme theme)
    {
        foreach (var (persona, path) in new[] { ("auditor-wm", "/audit"), ("functional-admin-beek", "/settings"), ("technical-admin", "/platform"), ("planner-wm", "/capacity"), ("police-chief-wm", "/conflicts") })
        {
            await using var screen = await (await room.OpenAsync(theme)).SignInToAsync(persona, path);
            await Expect(screen.Page.Locator("main [role='status']").Filter(new() { HasText = "geladen" })).ToHaveCountAsync(0);
            await screen.IsAccessibleAsync();
            await screen.Page.Locator(".menu summary").ClickAsync();
            await screen.IsAccessibleAsync();
        }
    }

    [Theory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task What_is_read_from_afar_what_is_lent_and_what_is_said_when_nothing_answers(ColorScheme theme)
    {
        await using var wall = await room.OpenAsync(theme);
        await wall.SignInAtAsync("/?layout=wall", "centralist-wm");
        await Expect(wall.Connection).ToContainTextAsync("Verbonden");
        await wall.IsAccessibleAsync();

        await using var desk = await (await room.OpenAsync(theme)).SignInAsync("centralist-wm");
        await desk.CommandAsync("l");
        await Expect(desk.Page.Locator(".panel.loans")).ToBeVisibleAsync();
        await desk.IsAccessibleAsync();
        await desk.PressAsync("F10");
        await Expect(desk.Page.Locator("form.sign-on")).ToBeVisibleAsync();
        await desk.IsAccessibleAsync();
        await desk.PressAsync("F7");
        await desk.IsAccessibleAsync();

        await using var alone = await room.OpenAsync(theme);
        await alone.Page.RouteAsync("**/console/configuration.json", route => route.AbortAsync());
        await alone.Page.GotoAsync(room.Address.ToString());
        await Expect(alone.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await alone.IsAccessibleAsync();
    }

    [Fact]
    public async Task The_map_draws_the_areas_without_another_site()
    {
        await using var screen = await room.OpenWithMapAsync();
        var elsewhere = new List<string>();
        screen.Page.Request += (_, request) => { if (new Uri(request.Url) is { Scheme: "http" or "https" } address && !address.IsLoopback) elsewhere.Add(request.Url); };
        await screen.SignInAsync("centralist-wm");

        await Expect(screen.Page.Locator(".map-place")).ToHaveAttributeAsync("data-drawn", "true");

        Assert.Empty(elsewhere);
        await screen.IsAccessibleAsync();
    }

    [Fact]
    public async Task In_english_too()
    {
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");

        await screen.Page.Locator(".menu summary").ClickAsync();
        await screen.IsAccessibleAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();

        await Expect(screen.Connection).ToContainTextAsync("Connected");
        Assert.Equal("en", await screen.Page.Locator("html").GetAttributeAsync("lang"));
        await screen.IsAccessibleAsync();
    }
}

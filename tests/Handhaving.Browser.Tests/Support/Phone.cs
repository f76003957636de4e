using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Support;

/// <summary>The field page as an officer of Brunssum has it in the hand, in the unit boa-0899-1.</summary>
public sealed class Phone(Screen screen) : IAsyncDisposable
{
    public const string Officer = "officer-brunssum-1";
    public const string Desk = "centralist-bl";
    public const string Municipality = "0899";

    private const string Open = "/field";

    public Screen Screen => screen;

    public IPage Page => screen.Page;

    public ILocator Job => Page.Locator(".job");

    public ILocator Unsent => Page.Locator(".unsent");

    /// <summary>A big key by its words.</summary>
    public ILocator Key(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    /// <summary>Signs in at the field page; its unit is on duty when <paramref name="isOnDuty"/>.</summary>
    public async Task<Phone> SignInAsync(bool isOnDuty)
    {
        await screen.SignInAtAsync(Open, Officer);
        if (isOnDuty) await Expect(screen.Connection).ToContainTextAsync("Verbonden");
        else await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "In dienst gaan" })).ToBeVisibleAsync();
        return this;
    }

    /// <summary>Its receiver measures anew. Until then a browser without a receiver tells the time of its first measurement, which a later duty refuses.</summary>
    public Task MeasureAsync((double Latitude, double Longitude) at) => Page.Context.SetGeolocationAsync(new() { Latitude = (float)at.Latitude, Longitude = (float)at.Longitude, Accuracy = 10 });

    /// <summary>Waits until the phone keeps the page, so that it opens without a network.</summary>
    public async Task KeepsThePageAsync()
    {
        await Page.WaitForFunctionAsync("""
            async () => (await navigator.serviceWorker.getRegistration("/field"))?.active?.state === "activated" && Boolean(await caches.match("/field", { ignoreVary: true }))
            """);
    }

    public ValueTask DisposeAsync() => screen.DisposeAsync();
}

using System.Text.Json;
using Handhaving.Benchmarks.Platform;
using Handhaving.Testing.Servers;
using Microsoft.Playwright;

namespace Handhaving.Benchmarks.Benchmarks.Consoles;

/// <summary>The web console in a real browser, with a watch on its pictures.</summary>
internal sealed class ConsoleScreen : IAsyncDisposable
{
    private const int Patience = 60_000; // ms
    private static readonly TimeSpan BetweenKeys = TimeSpan.FromMilliseconds(200);
    private static readonly string[] Keys = ["F3", "ArrowDown", "ArrowDown", "ArrowDown", "Enter", "F3", "End", "ArrowUp", "ArrowUp", "Enter"];

    // A report counts as drawn with the picture after the one in which its row came. The event timing of a browser leaves out what took less than 16 ms.
    private const string Watch = """
        window.watched = { drawn: {}, waiting: {}, keys: [], frames: [], on: false };
        const told = (name) => { watched.drawn[name] = true; const wake = watched.waiting[name]; if (wake) wake(); };
        window.whenDrawn = (name) => watched.drawn[name] ? Promise.resolve() : new Promise((resolve) => (watched.waiting[name] = resolve));
        new MutationObserver((changes) => {
          const names = changes.flatMap((change) => [...change.addedNodes]).filter((node) => node.nodeType === 1).flatMap((node) => [node, ...node.querySelectorAll("[data-name]")]).map((node) => node.dataset.name).filter(Boolean);
          if (names.length > 0) requestAnimationFrame(() => setTimeout(() => names.forEach(told)));
        }).observe(document, { childList: true, subtree: true });
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) if (watched.on && entry.name === "keydown") watched.keys.push(entry.duration); }).observe({ type: "event", durationThreshold: 16 });
        let last = 0;
        const frame = (now) => { if (watched.on && last) watched.frames.push(now - last); last = now; requestAnimationFrame(frame); };
        requestAnimationFrame(frame);
        """;

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;
    private int pressed;

    private ConsoleScreen(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, this.page) = (playwright, browser, page);

    /// <summary>Signed in without a provider's page: what the benchmarks' issuer gives lies where the console keeps it.</summary>
    public static async Task<ConsoleScreen> OpenAsync(Uri address, Region region, CancellationToken cancellation)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = await Chromium.FindAsync(ServiceProcess.Instance.Repository), Args = ["--no-sandbox", "--disable-gpu", "--disable-3d-apis"] });
        var page = await (await browser.NewContextAsync(new() { ViewportSize = new() { Width = 1600, Height = 950 } })).NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var user = JsonSerializer.Serialize(new { access_token = region.Token, token_type = "Bearer", profile = new { sub = "benchmark", name = "benchmark" }, expires_at = DateTimeOffset.UtcNow.AddMinutes(9).ToUnixTimeSeconds() });
        await page.AddInitScriptAsync($"sessionStorage.setItem('oidc.user:{region.Issuer}:console', {JsonSerializer.Serialize(user)});{Watch}");
        await page.GotoAsync(new Uri(address, $"/?team={Region.Team}").ToString());
        cancellation.ThrowIfCancellationRequested();
        return new(playwright, browser, page);
    }

    /// <summary>Returns when so many stand on it.</summary>
    public async Task ShowsAsync(int incidents, int units)
    {
        await page.WaitForFunctionAsync("([incidents, units]) => document.querySelectorAll('.queue [data-name]').length >= incidents && document.querySelectorAll('.unit-row').length >= units", new[] { incidents, units });
    }

    /// <summary>Returns when its board is complete and live.</summary>
    public Task IsReadyAsync() => page.Locator(".connection.live").WaitForAsync();

    public Task DrawnAsync(string incident, CancellationToken cancellation) => page.EvaluateAsync("(name) => whenDrawn(name)", incident).WaitAsync(cancellation);

    public async Task BeginAsync()
    {
        pressed = 0;
        await page.EvaluateAsync("() => { watched.keys = []; watched.frames = []; watched.on = true; }");
    }

    /// <summary>Goes through the list and opens incidents, as somebody who looks for one.</summary>
    public async Task PressAsync(TimeSpan length, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(BetweenKeys);
        for (var left = (int)(length / BetweenKeys); left > 0 && await timer.WaitForNextTickAsync(cancellation); left--) await page.Keyboard.PressAsync(Keys[pressed++ % Keys.Length]);
    }

    /// <returns>Milliseconds of each key until its picture, those under 16 as 16, and between pictures.</returns>
    public async Task<(double[] Keys, double[] Frames)> EndAsync()
    {
        var keys = await page.EvaluateAsync<double[]>("() => { watched.on = false; return watched.keys; }");
        return ([.. keys, .. Enumerable.Repeat(16.0, Math.Max(0, pressed - keys.Length))], await page.EvaluateAsync<double[]>("() => watched.frames"));
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

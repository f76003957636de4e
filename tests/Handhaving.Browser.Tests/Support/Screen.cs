using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Handhaving.Browser.Tests.Support;

/// <summary>The console as one person sees it.</summary>
public sealed class Screen(ControlRoom room, IPage page) : IAsyncDisposable
{
    private const int MostTabs = 300;
    private static readonly AxeRunOptions Wcag = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    public IPage Page => page;

    public ILocator Queue => page.Locator(".queue");

    public ILocator Incident => page.Locator(".panel.incident");

    public ILocator Connection => page.Locator(".connection-state");

    public ILocator Trouble => page.Locator(".trouble");

    /// <summary>Signs in by the page with the personas, and waits until the board is live.</summary>
    public async Task<Screen> SignInAsync(string persona)
    {
        await SignInAtAsync("", persona);
        await Assertions.Expect(Connection).ToContainTextAsync("Verbonden");
        return this;
    }

    /// <summary>Signs in at an address of the console, which comes back afterwards.</summary>
    public async Task SignInAtAsync(string path, string persona)
    {
        await page.GotoAsync(new Uri(room.Address, path).ToString());
        await Assertions.Expect(page.Locator(".sign-in button")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"a[href$='persona={persona}']").ClickAsync();
    }

    /// <summary>The same for a page beside the desk, until it is there.</summary>
    public async Task<Screen> SignInToAsync(string persona, string path)
    {
        await SignInAtAsync(path, persona);
        await Assertions.Expect(page.Locator("#page-title")).ToBeVisibleAsync();
        return this;
    }

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    /// <summary>Presses the key of an act on the open incident, as soon as the act before it is done.</summary>
    /// <param name="act">What the button of the key is for.</param>
    public async Task ActAsync(string act, string key)
    {
        await Assertions.Expect(Incident.Locator($"button[data-act='{act}']")).ToBeEnabledAsync();
        await PressAsync(key);
    }

    public Task TypeAsync(string words) => page.Keyboard.TypeAsync(words);

    /// <summary>Goes to a control as who has no mouse, and fails when Tab never comes there.</summary>
    public async Task TabToAsync(ILocator control)
    {
        await Assertions.Expect(control).ToBeEnabledAsync();
        for (var left = MostTabs; left > 0; left--)
        {
            if (await control.EvaluateAsync<bool>("control => control === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not lead to {control}.");
    }

    /// <summary>The same, and presses it.</summary>
    public async Task TabAndPressAsync(ILocator button)
    {
        await TabToAsync(button);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses a button by keyboard, as soon as the act before it is done.</summary>
    public static async Task PressAsync(ILocator button)
    {
        await Assertions.Expect(button).ToBeEnabledAsync();
        await button.PressAsync("Enter");
    }

    /// <summary>Opens an incident from the queue, whether or not a unit can go.</summary>
    public async Task ReadAsync(string incident)
    {
        await Queue.Locator($"button[data-name='{incident}']").ClickAsync();
        await Assertions.Expect(Incident.Locator(".incident-acts")).ToBeVisibleAsync();
    }

    /// <summary>A line of the command line, from wherever one does not type.</summary>
    public async Task CommandAsync(string line)
    {
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync(line);
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Types words in the field that has the focus and takes the choice that must come of it.</summary>
    public async Task ChooseAsync(string words, string choice)
    {
        await page.Keyboard.TypeAsync(words);
        await Assertions.Expect(page.GetByRole(AriaRole.Option, new() { Name = choice })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Opens an incident from the queue.</summary>
    public async Task OpenAsync(string incident)
    {
        await Queue.Locator($"button[data-name='{incident}']").ClickAsync();
        await Assertions.Expect(Incident.Locator("button[data-act='send']")).ToBeVisibleAsync();
    }

    /// <summary>Fails with what a person with a screen reader, a keyboard or weak eyes would stumble over (WCAG 2.2 AA).</summary>
    public async Task IsAccessibleAsync()
    {
        var found = await page.RunAxe(Wcag);
        Assert.Empty(found.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")));
    }

    /// <summary>Another window of the same browser, opened at the desk.</summary>
    public async Task<Screen> OpenBesideAsync()
    {
        var beside = await page.Context.NewPageAsync();
        await beside.GotoAsync(room.Address.ToString());
        return new(room, beside);
    }

    /// <summary>Ends the worker that the windows of this browser share, as a browser short of memory does.</summary>
    public async Task KillSharedWorkerAsync()
    {
        var browser = await (page.Context.Browser ?? throw new InvalidOperationException("The page has no browser.")).NewBrowserCDPSessionAsync();
        var targets = (await browser.SendAsync("Target.getTargets"))?.GetProperty("targetInfos") ?? default;
        foreach (var worker in targets.EnumerateArray().Where(target => target.GetProperty("type").GetString() == "shared_worker"))
            await browser.SendAsync("Target.closeTarget", new() { ["targetId"] = worker.GetProperty("targetId").GetString() ?? "" });
    }

    /// <summary>Closes the browser. What it showed last stands with a test that failed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!page.IsClosed) TestContext.Current.TestOutputHelper?.WriteLine($"{page.Url}\n{await page.EvaluateAsync<string>("document.body.innerText")}");
        await page.Context.CloseAsync();
    }
}

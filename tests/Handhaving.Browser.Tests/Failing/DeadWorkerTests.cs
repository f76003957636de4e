using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Failing;

/// <summary>The worker that windows of one browser share is no single point on which they all fail.</summary>
public sealed class DeadWorkerTests(ControlRoom room)
{
    [Fact]
    public async Task Windows_whose_worker_is_killed_are_live_again_without_a_reload()
    {
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        var other = await screen.OpenBesideAsync();
        await Expect(other.Connection).ToContainTextAsync("Verbonden");
        await other.Page.EvaluateAsync("window.sameAsBefore = true");

        await screen.KillSharedWorkerAsync();
        var after = await room.ReportAsync("centralist-wm-2", "0888", Markets.Of("0888"), "na het einde van de worker");

        foreach (var window in new[] { screen, other })
        {
            await Expect(window.Queue.Locator($"button[data-name='{after.Name}']")).ToBeVisibleAsync();
            await Expect(window.Connection).ToContainTextAsync("Verbonden");
        }
        Assert.True(await other.Page.EvaluateAsync<bool>("window.sameAsBefore"));
        await room.CancelAsync("centralist-wm", after.Name);
    }
}

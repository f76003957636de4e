using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Failing;

/// <summary>A screen that loses its line says so, does nothing in silence, and comes back by itself.</summary>
public sealed class CutStreamTests(ControlRoom room)
{
    [Fact]
    public async Task What_came_meanwhile_is_there_after_the_line_is_back_without_a_reload()
    {
        await room.SignOnAsync("officer-beek-1", "0888", 1);
        var before = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "voor de storing");
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await screen.OpenAsync(before.Name);
        await screen.Page.EvaluateAsync("window.sameAsBefore = true");

        await screen.Page.Context.SetOfflineAsync(true);
        await Expect(screen.Connection).ToContainTextAsync("Geen verbinding sinds");
        await Expect(screen.Queue).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("stale"));
        var meanwhile = await room.ReportAsync("centralist-wm-2", "0888", Markets.Of("0888"), "tijdens de storing");
        await screen.PressAsync("F4");
        await Expect(screen.Trouble).ToContainTextAsync("Niet gedaan: er is geen verbinding.");

        await screen.Page.Context.SetOfflineAsync(false);

        await Expect(screen.Connection).ToContainTextAsync("Verbonden");
        await Expect(screen.Queue.Locator($"button[data-name='{meanwhile.Name}']")).ToBeVisibleAsync();
        await Expect(screen.Incident.Locator(".assignment.active")).ToHaveCountAsync(0); // nothing was sent later by itself
        Assert.True(await screen.Page.EvaluateAsync<bool>("window.sameAsBefore"));
        await room.CancelAsync("centralist-wm", before.Name);
        await room.CancelAsync("centralist-wm", meanwhile.Name);
    }

    [Fact]
    public async Task A_replica_that_is_replaced_is_no_loss()
    {
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");

        var restarts = room.Application.Restarts("dispatch");
        room.Application.TerminateReplica("dispatch", 0);
        await room.Application.RestartedAsync("dispatch", restarts + 1, TestContext.Current.CancellationToken);
        var after = await room.ReportAsync("centralist-wm-2", "0888", Markets.Of("0888"), "na de vervanging");

        await Expect(screen.Queue.Locator($"button[data-name='{after.Name}']")).ToBeVisibleAsync();
        await Expect(screen.Connection).ToContainTextAsync("Verbonden");
        await room.CancelAsync("centralist-wm", after.Name);
    }
}

using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>Two operators want the same unit.</summary>
public sealed class RaceTests(ControlRoom room)
{
    [Fact]
    public async Task Of_two_operators_one_wins_and_the_other_reads_who_did()
    {
        await room.SignOnAsync("officer-stein-1", "0971", 1);
        var (first, second) = (await room.ReportAsync("centralist-wm", "0971", Markets.Of("0971"), "eerste plein"), await room.ReportAsync("centralist-wm", "0971", Markets.Of("0971"), "tweede plein"));
        await using var one = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await using var other = await (await room.OpenAsync()).SignInAsync("centralist-wm-2");
        await one.OpenAsync(first.Name);
        await other.OpenAsync(second.Name);
        var unit = await one.Incident.Locator("button[data-act='send']").InnerTextAsync();
        Assert.Equal(unit, await other.Incident.Locator("button[data-act='send']").InnerTextAsync());

        await Task.WhenAll(one.PressAsync("F4"), other.PressAsync("F4"));

        await Expect(one.Incident.Locator(".assignment.active, .trouble")).ToHaveCountAsync(1);
        await Expect(other.Incident.Locator(".assignment.active, .trouble")).ToHaveCountAsync(1);
        var (winner, loser) = await one.Trouble.CountAsync() == 0 ? ("centralist-wm-01", other) : ("centralist-wm-02", one);
        await Expect(loser.Trouble).ToHaveAttributeAsync("data-reason", "UNIT_ALREADY_ASSIGNED");
        await Expect(loser.Trouble).ToContainTextAsync($"door {winner}");
        await room.CancelAsync("centralist-wm", first.Name);
        await room.CancelAsync("centralist-wm", second.Name);
    }
}

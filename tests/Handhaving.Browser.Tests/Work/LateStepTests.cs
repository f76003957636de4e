using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Work;

/// <summary>What a crew tells by radio afterwards.</summary>
public sealed class LateStepTests(ControlRoom room)
{
    [Fact]
    public async Task A_time_that_cannot_be_is_refused_and_kept_until_it_is_put_right()
    {
        await room.SignOnAsync("officer-beek-1", "0888", 1);
        var report = await room.ReportAsync("centralist-wm", "0888", Markets.Of("0888"), "later doorgegeven");
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-wm");
        await screen.OpenAsync(report.Name);
        await screen.ActAsync("send", "F4");
        await screen.Incident.GetByRole(AriaRole.Button, new() { Name = "Eerder gebeurd…" }).ClickAsync();
        await Expect(screen.Incident.Locator("button[data-act='next']")).ToBeDisabledAsync();
        var before = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).AddHours(-1).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        var field = screen.Incident.GetByLabel("Gebeurd om");

        await field.FillAsync(before);
        await screen.ActAsync("next", "F8");
        await Expect(screen.Trouble).ToBeVisibleAsync();
        await Expect(field).ToHaveValueAsync(before);
        await screen.IsAccessibleAsync();
        await screen.Incident.GetByRole(AriaRole.Button, new() { Name = "Nu", Exact = true }).ClickAsync();
        await screen.ActAsync("next", "F8");

        await Expect(screen.Incident.Locator(".assignment.active > span").First).ToHaveTextAsync("aangenomen");
        await Expect(screen.Incident.Locator(".ladder")).ToContainTextAsync("door de meldkamer");
        await room.CancelAsync("centralist-wm", report.Name);
    }
}

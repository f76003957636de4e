using Handhaving.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Failing;

/// <summary>The one door of all screens dies: desk and phone find it again by themselves.</summary>
public sealed class DeadGatewayTests(ControlRoom room)
{
    [Fact]
    public async Task A_gateway_that_dies_is_found_again_by_every_window_without_a_reload()
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        await using var screen = await (await room.OpenAsync()).SignInAsync("centralist-bl");
        var beside = await screen.OpenBesideAsync();
        await Expect(beside.Connection).ToContainTextAsync("Verbonden");
        await using var phone = await new Phone(await room.OpenPhoneAsync(null)).SignInAsync(isOnDuty: true);
        Screen[] windows = [screen, beside, phone.Screen];
        foreach (var window in windows) await window.Page.EvaluateAsync("window.sameAsBefore = true");

        await using (await room.Application.TakeAwayAsync("gateway", TestContext.Current.CancellationToken))
            foreach (var window in windows) await Expect(window.Connection).ToContainTextAsync("Geen verbinding sinds");
        var there = TimeProvider.System.GetTimestamp();

        foreach (var window in windows)
        {
            await Expect(window.Connection).ToContainTextAsync("Verbonden");
            TestContext.Current.TestOutputHelper?.WriteLine($"back after {TimeProvider.System.GetElapsedTime(there).TotalSeconds:0.0} s");
            Assert.True(await window.Page.EvaluateAsync<bool>("window.sameAsBefore"));
        }
        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
    }
}

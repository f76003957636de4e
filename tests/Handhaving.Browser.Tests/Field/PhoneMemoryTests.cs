using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Field;

/// <summary>What a phone remembers over a reload.</summary>
public sealed class PhoneMemoryTests(ControlRoom room)
{
    [Fact]
    public async Task A_position_that_was_switched_off_stays_off_over_a_reload_until_the_next_duty()
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        await using var phone = await new Phone(await room.OpenPhoneAsync(Markets.Of(Phone.Municipality))).SignInAsync(isOnDuty: true);
        var state = phone.Page.Locator(".position-state");
        await Expect(state).ToContainTextAsync("geleden ontvangen");
        await phone.Key("Positie delen").ClickAsync();
        await Expect(state).ToContainTextAsync("tot het einde van deze dienst");

        await phone.Page.ReloadAsync();
        await Expect(phone.Screen.Connection).ToContainTextAsync("Verbonden");
        await Expect(state).ToContainTextAsync("dat heeft u uitgezet");

        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
        await Expect(phone.Page.Locator(".position")).ToHaveCountAsync(0);
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        await phone.MeasureAsync(Markets.Of(Phone.Municipality));
        await phone.Page.ReloadAsync();
        await Expect(state).ToContainTextAsync("geleden ontvangen");
        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
    }
}

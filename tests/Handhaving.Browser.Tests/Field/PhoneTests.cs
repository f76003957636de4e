using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Field;

/// <summary>What the phone itself gives: its position, and a place among its apps.</summary>
public sealed class PhoneTests(ControlRoom room)
{
    [Fact]
    public async Task The_position_reaches_the_desk_while_on_duty_alone()
    {
        var at = Markets.Of(Phone.Municipality);
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        await using var phone = await new Phone(await room.OpenPhoneAsync(at)).SignInAsync(isOnDuty: true);

        await Expect(phone.Page.Locator(".position-state")).ToContainTextAsync("geleden ontvangen");
        var fix = (await room.UnitAsync(Phone.Desk, Phone.Municipality, 1)).LastFix;
        Assert.Equal(at.Latitude, fix.Position.Latitude, 4);
        Assert.Equal(at.Longitude, fix.Position.Longitude, 4);
        await phone.Key("Positie delen").ClickAsync();
        await Expect(phone.Page.Locator(".position-state")).ToContainTextAsync("Niet gedeeld: dat heeft u uitgezet.");

        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
        await Expect(phone.Page.Locator(".position")).ToHaveCountAsync(0); // the desk ended the duty, and the phone hears of it
    }

    [Fact]
    public async Task A_position_that_is_not_allowed_is_said()
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        await using var phone = await new Phone(await room.OpenPhoneAsync(null)).SignInAsync(isOnDuty: true);

        await Expect(phone.Page.Locator(".position-state")).ToContainTextAsync("uw telefoon staat het niet toe");
        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
    }

    [Fact]
    public async Task The_page_can_be_put_among_the_apps_of_a_phone()
    {
        using var http = new HttpClient { BaseAddress = room.Address };
        using var answer = await http.GetAsync("/manifest.webmanifest", TestContext.Current.CancellationToken);
        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType?.MediaType);
        var manifest = await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);

        Assert.Equal(("/field", "standalone"), ((string?)manifest?["start_url"], (string?)manifest?["display"]));
        foreach (var icon in manifest?["icons"]?.AsArray() ?? [])
        {
            using var image = await http.GetAsync((string?)icon?["src"], TestContext.Current.CancellationToken);
            Assert.Equal((string?)icon?["type"], image.EnsureSuccessStatusCode().Content.Headers.ContentType?.MediaType);
        }
    }
}

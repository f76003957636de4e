using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Field;

/// <summary>What an officer does with a phone, from coming on duty to going home.</summary>
public sealed class FieldJobTests(ControlRoom room)
{
    [Theory]
    [InlineData(ColorScheme.Dark)]
    [InlineData(ColorScheme.Light)]
    public async Task An_officer_comes_on_duty_takes_an_offer_to_its_end_and_goes_off_duty(ColorScheme theme)
    {
        await using var phone = await new Phone(await room.OpenPhoneAsync(Markets.Of(Phone.Municipality), theme)).SignInAsync(isOnDuty: false);
        await phone.Page.Locator("input[value='municipalities/0899/units/boa-0899-1']").CheckAsync();
        await phone.Page.GetByLabel("Nummers van uw collega's").FillAsync("officer-0899-02");
        await phone.Screen.IsAccessibleAsync();
        await phone.Key("In dienst").ClickAsync();
        await Expect(phone.Page.GetByText("U heeft geen opdracht.")).ToBeVisibleAsync();
        await phone.Screen.IsAccessibleAsync();

        var report = await room.ReportAsync(Phone.Desk, Phone.Municipality, Markets.Of(Phone.Municipality), "Markt, bij de fontein");
        await room.OfferAsync(Phone.Desk, report.Name, Phone.Municipality, 1);
        await Expect(phone.Job).ToContainTextAsync("om te antwoorden");
        await phone.Screen.IsAccessibleAsync();
        await room.HappensAsync(Phone.Desk, report.Name, "AssignmentShown");
        await phone.Key("Aannemen").ClickAsync();

        await Expect(phone.Job.Locator(".job-state")).ToHaveTextAsync("aangenomen");
        await Expect(phone.Job.Locator(".place")).ToHaveTextAsync("Markt, bij de fontein");
        await Expect(phone.Job).ToContainTextAsync("hiervandaan");
        await Expect(phone.Job.Locator("a[href^='geo:']")).ToBeVisibleAsync();
        await KeysAreBigAsync(phone);
        await phone.Screen.IsAccessibleAsync();

        await phone.Key("Aanrijdend").ClickAsync();
        await phone.Key("Ter plaatse").ClickAsync();
        await phone.Key("Notitie").ClickAsync();
        await phone.Page.GetByLabel("Notitie. Geen namen.").FillAsync("drie fietsen weggehaald");
        await phone.Page.Keyboard.PressAsync("Enter");
        await phone.Key("Klaar").ClickAsync();
        await phone.Screen.IsAccessibleAsync();
        await phone.Page.Locator(".outcomes .key").First.ClickAsync();
        await Expect(phone.Page.GetByText("U heeft geen opdracht.")).ToBeVisibleAsync();
        await Expect(phone.Unsent).ToHaveCountAsync(0);
        var told = (await room.TimelineAsync(Phone.Desk, report.Name)).Select(entry => entry.Kind).ToList();
        Assert.Equal(["AssignmentShown", "AssignmentAccepted", "AssignmentEnRoute", "AssignmentOnScene", "NotePosted", "AssignmentCleared"], told.Where(kind => kind is "NotePosted" || kind.StartsWith("Assignment", StringComparison.Ordinal)).Skip(1));

        await phone.Key("Uit dienst").ClickAsync();
        await phone.Key("Ja, uit dienst").ClickAsync();
        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Name = "In dienst gaan" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_offer_is_declined_with_a_reason()
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        await using var phone = await new Phone(await room.OpenPhoneAsync(null)).SignInAsync(isOnDuty: true);
        var report = await room.ReportAsync(Phone.Desk, Phone.Municipality, Markets.Of(Phone.Municipality), "om te weigeren");
        await room.OfferAsync(Phone.Desk, report.Name, Phone.Municipality, 1);

        await phone.Key("Weigeren").ClickAsync();
        await phone.Page.GetByLabel("Waarom weigert u?").FillAsync("staan bij een aanrijding");
        await phone.Page.Keyboard.PressAsync("Enter");

        await Expect(phone.Page.GetByText("U heeft geen opdracht.")).ToBeVisibleAsync();
        Assert.Contains(await room.TimelineAsync(Phone.Desk, report.Name), entry => entry is { Kind: "AssignmentDeclined", Text: "staan bij een aanrijding" });
        await room.CancelAsync(Phone.Desk, report.Name);
        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
    }

    [Fact]
    public async Task The_emergency_button_says_that_nothing_was_sent()
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        await using var phone = await new Phone(await room.OpenPhoneAsync(null)).SignInAsync(isOnDuty: true);

        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Noodknop" }).ClickAsync();

        await Expect(phone.Page.Locator(".emergency-told")).ToContainTextAsync("Er is niets verstuurd: deze knop werkt nog niet.");
        await phone.Screen.IsAccessibleAsync();
        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
    }

    // Held in one hand, with gloves: at least 56 px, and nothing beside a screen of 360 px.
    private static async Task KeysAreBigAsync(Phone phone)
    {
        var heights = await phone.Page.Locator(".key").EvaluateAllAsync<double[]>("keys => keys.map(key => key.getBoundingClientRect().height)");
        Assert.All(heights, height => Assert.True(height >= 56, $"{height} px"));
        Assert.Equal(360, await phone.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}

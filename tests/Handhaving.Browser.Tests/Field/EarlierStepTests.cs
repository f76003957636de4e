using System.Globalization;
using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Field;

/// <summary>A crew that had no hand free tells afterwards when it was on its way.</summary>
public sealed class EarlierStepTests(ControlRoom room)
{
    [Fact]
    public async Task A_step_is_told_with_its_true_time_in_order_and_one_that_was_skipped_is_said_to_be()
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        await using var phone = await new Phone(await room.OpenPhoneAsync(null)).SignInAsync(isOnDuty: true);
        var report = await room.ReportAsync(Phone.Desk, Phone.Municipality, Markets.Of(Phone.Municipality), "later verteld");
        await room.OfferAsync(Phone.Desk, report.Name, Phone.Municipality, 1);
        await phone.Key("Aannemen").ClickAsync();
        await Expect(phone.Job.Locator(".job-state")).ToHaveTextAsync("aangenomen");
        var field = phone.Page.GetByLabel("Gebeurd om");

        await phone.Key("Eerder gebeurd…").ClickAsync();
        await field.FillAsync(Clock(TimeSpan.FromHours(-1)));
        await Expect(phone.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert).Filter(new() { HasText = "Kies een tijd na uw vorige stap" })).ToBeVisibleAsync();
        await Expect(phone.Key("Aanrijdend")).ToBeDisabledAsync();
        await phone.Screen.IsAccessibleAsync();
        await field.FillAsync(Clock(TimeSpan.Zero));
        await phone.Key("Aanrijdend").ClickAsync();
        await Expect(phone.Job.Locator(".job-state")).ToHaveTextAsync("aanrijdend");
        await room.HappensAsync(Phone.Desk, report.Name, "AssignmentEnRoute");

        var told = (await room.TimelineAsync(Phone.Desk, report.Name)).Single(entry => entry.Kind == "AssignmentEnRoute");
        Assert.True(told.OccurredTime < told.RecordedTime);
        await room.CancelAsync(Phone.Desk, report.Name);
        await phone.Key("Gezien").ClickAsync();
        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
    }

    [Fact]
    public async Task Who_arrived_without_a_word_reads_that_the_way_cannot_be_told_any_more()
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        await using var phone = await new Phone(await room.OpenPhoneAsync(null)).SignInAsync(isOnDuty: true);
        var report = await room.ReportAsync(Phone.Desk, Phone.Municipality, Markets.Of(Phone.Municipality), "meteen ter plaatse");
        await room.OfferAsync(Phone.Desk, report.Name, Phone.Municipality, 1);

        await phone.Key("Aannemen").PressAsync("Enter");
        foreach (var key in new[] { "Ter plaatse", "Klaar" })
        {
            await Expect(phone.Key(key)).ToBeEnabledAsync();
            await phone.Screen.TabAndPressAsync(phone.Key(key));
            if (key == "Ter plaatse") await Expect(phone.Job).ToContainTextAsync("Aanrijdend is niet doorgegeven.");
        }
        await phone.Screen.TabAndPressAsync(phone.Page.Locator(".outcomes .key").First);

        await Expect(phone.Page.GetByText("U heeft geen opdracht.")).ToBeVisibleAsync();
        await phone.Screen.TabAndPressAsync(phone.Key("Uit dienst"));
        await phone.Screen.TabAndPressAsync(phone.Key("Ja, uit dienst"));
        await Expect(phone.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "In dienst gaan" })).ToBeVisibleAsync();
    }

    private static string Clock(TimeSpan after) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow + after, TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).ToString("HH:mm", CultureInfo.InvariantCulture);
}

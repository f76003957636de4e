using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Field;

/// <summary>A job that the desk takes back while the crew has it.</summary>
public sealed class WithdrawnJobTests(ControlRoom room)
{
    [Fact]
    public async Task A_crew_is_told_who_withdrew_its_job_and_why_until_it_says_to_have_seen_that_also_after_a_reload()
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        await using var phone = await new Phone(await room.OpenPhoneAsync(null)).SignInAsync(isOnDuty: true);
        var report = await room.ReportAsync(Phone.Desk, Phone.Municipality, Markets.Of(Phone.Municipality), "om in te trekken");
        var assignment = await room.OfferAsync(Phone.Desk, report.Name, Phone.Municipality, 1);
        await phone.Key("Aannemen").ClickAsync();
        await phone.Key("Aanrijdend").ClickAsync();
        await room.HappensAsync(Phone.Desk, report.Name, "AssignmentEnRoute");

        await room.WithdrawAsync(Phone.Desk, assignment);

        var gone = phone.Page.Locator(".job.gone[role='alert']");
        await Expect(gone).ToContainTextAsync("U heeft deze opdracht niet meer");
        await Expect(gone).ToContainTextAsync("door de meldkamer");
        await Expect(gone).ToContainTextAsync("Reden: niet meer nodig");
        await phone.Screen.IsAccessibleAsync();
        await phone.Page.ReloadAsync();
        await Expect(gone).ToContainTextAsync("Reden: niet meer nodig");
        await phone.Key("Gezien").ClickAsync();
        await Expect(gone).ToHaveCountAsync(0);
        await phone.Page.ReloadAsync();
        await Expect(phone.Page.GetByText("U heeft geen opdracht.")).ToBeVisibleAsync();
        await Expect(gone).ToHaveCountAsync(0);
        await room.CancelAsync(Phone.Desk, report.Name);
        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
    }

    [Fact]
    public async Task A_crew_that_was_not_looking_is_told_by_its_number()
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        var report = await room.ReportAsync(Phone.Desk, Phone.Municipality, Markets.Of(Phone.Municipality), "ingetrokken voor het openen");
        await room.WithdrawAsync(Phone.Desk, await room.OfferAsync(Phone.Desk, report.Name, Phone.Municipality, 1));

        await using var phone = await new Phone(await room.OpenPhoneAsync(null)).SignInAsync(isOnDuty: true);

        await Expect(phone.Page.Locator(".job.gone")).ToContainTextAsync($"Melding {report.Number}");
        await phone.Key("Gezien").ClickAsync();
        await room.CancelAsync(Phone.Desk, report.Name);
        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
    }
}

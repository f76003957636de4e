using Handhaving.Browser.Tests.Support;
using Handhaving.Testing;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Field;

/// <summary>A job that the desk takes back while the crew has it.</summary>
public sealed class WithdrawnJobTests(ControlRoom room)
{
    [Fact]
    public async Task A_crew_is_told_that_its_job_was_withdrawn_until_it_says_to_have_seen_that()
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
        await phone.Screen.IsAccessibleAsync();
        await phone.Key("Gezien").ClickAsync();
        await Expect(gone).ToHaveCountAsync(0);
        await Expect(phone.Page.GetByText("U heeft geen opdracht.")).ToBeVisibleAsync();
        await room.CancelAsync(Phone.Desk, report.Name);
        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
    }
}

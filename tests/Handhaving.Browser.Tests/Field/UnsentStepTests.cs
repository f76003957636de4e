using Handhaving.Browser.Tests.Support;
using Handhaving.Dispatch.V1;
using Handhaving.Testing;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Field;

/// <summary>What a crew tells where there is no network.</summary>
public sealed class UnsentStepTests(ControlRoom room)
{
    [Fact]
    public async Task A_step_without_a_network_is_kept_over_a_reload_and_sent_with_its_true_time()
    {
        await using var phone = await OnAJobAsync("buiten bereik");
        await phone.KeepsThePageAsync();
        await phone.Key("Aanrijdend").ClickAsync();
        await Expect(phone.Job.Locator(".job-state")).ToHaveTextAsync("aanrijdend");
        await Expect(phone.Unsent).ToHaveCountAsync(0);
        var incident = await phone.Job.GetAttributeAsync("data-name") ?? "";

        await phone.Page.Context.SetOfflineAsync(true);
        await Expect(phone.Screen.Connection).ToContainTextAsync("Geen verbinding sinds");
        var before = DateTimeOffset.UtcNow;
        await phone.Key("Ter plaatse").ClickAsync();
        await Expect(phone.Unsent).ToContainTextAsync("Ter plaatse");
        await Expect(phone.Unsent).ToContainTextAsync("nog niet verstuurd");
        var after = DateTimeOffset.UtcNow;
        await Expect(phone.Job.Locator(".job-state")).ToHaveTextAsync("ter plaatse");
        await phone.Screen.IsAccessibleAsync();

        await phone.Page.ReloadAsync();
        await Expect(phone.Unsent).ToContainTextAsync("Ter plaatse");
        await Expect(phone.Screen.Connection).ToContainTextAsync("Geen verbinding sinds");
        await Expect(phone.Page.Locator(".duty.stale .job .place")).ToHaveTextAsync("buiten bereik");
        Assert.DoesNotContain(await room.TimelineAsync(Phone.Desk, incident), entry => entry.Kind is "AssignmentOnScene");
        var back = DateTimeOffset.UtcNow;
        await phone.Page.Context.SetOfflineAsync(false);

        await Expect(phone.Unsent).ToHaveCountAsync(0);
        await Expect(phone.Screen.Connection).ToContainTextAsync("Verbonden");
        await Expect(phone.Job.Locator(".job-state")).ToHaveTextAsync("ter plaatse");
        var told = Assert.Single(await room.TimelineAsync(Phone.Desk, incident), entry => entry.Kind is "AssignmentOnScene");
        Assert.InRange(told.OccurredTime.ToDateTimeOffset(), before.AddSeconds(-2), after.AddSeconds(2));
        Assert.True(told.RecordedTime.ToDateTimeOffset() >= back.AddSeconds(-1));
        Assert.Equal(ReportedBy.Unit, told.ReportedBy);
        await EndAsync(incident);
    }

    [Fact]
    public async Task A_step_that_is_refused_when_it_is_sent_is_shown_until_somebody_decides()
    {
        await using var phone = await OnAJobAsync("ingetrokken tijdens de storing");
        var incident = await phone.Job.GetAttributeAsync("data-name") ?? "";
        var assignment = (await room.UnitAsync(Phone.Desk, Phone.Municipality, 1)).Assignment;
        await phone.Page.Context.SetOfflineAsync(true);
        await Expect(phone.Screen.Connection).ToContainTextAsync("Geen verbinding sinds");
        await phone.Key("Aanrijdend").ClickAsync();
        await room.WithdrawAsync(Phone.Desk, assignment);

        await phone.Page.Context.SetOfflineAsync(false);

        await Expect(phone.Unsent.Locator(".trouble")).ToContainTextAsync("Dit is niet aangenomen.");
        await Expect(phone.Page.GetByText("U heeft geen opdracht.")).ToBeVisibleAsync();
        await Expect(phone.Key("Uit dienst")).ToBeDisabledAsync();
        await phone.Screen.IsAccessibleAsync();
        await phone.Key("Weggooien").ClickAsync();
        await phone.Key("Ja, weggooien").ClickAsync();
        await Expect(phone.Unsent).ToHaveCountAsync(0);
        await EndAsync(incident);
    }

    [Fact]
    public async Task An_offer_is_not_answered_without_a_network()
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        var report = await room.ReportAsync(Phone.Desk, Phone.Municipality, Markets.Of(Phone.Municipality), "aanbod zonder bereik");
        await using var phone = await new Phone(await room.OpenPhoneAsync(null)).SignInAsync(isOnDuty: true);
        await room.OfferAsync(Phone.Desk, report.Name, Phone.Municipality, 1);
        await Expect(phone.Key("Aannemen")).ToBeVisibleAsync();

        await phone.Page.Context.SetOfflineAsync(true);
        await Expect(phone.Screen.Connection).ToContainTextAsync("Geen verbinding sinds");
        await phone.Key("Aannemen").ClickAsync();

        await Expect(phone.Screen.Trouble).ToContainTextAsync("Niet gedaan: er is geen verbinding.");
        await Expect(phone.Unsent).ToHaveCountAsync(0);
        await EndAsync(report.Name);
    }

    private async Task<Phone> OnAJobAsync(string description)
    {
        await room.SignOnAsync(Phone.Officer, Phone.Municipality, 1);
        var phone = await new Phone(await room.OpenPhoneAsync(null)).SignInAsync(isOnDuty: true);
        var report = await room.ReportAsync(Phone.Desk, Phone.Municipality, Markets.Of(Phone.Municipality), description);
        await room.OfferAsync(Phone.Desk, report.Name, Phone.Municipality, 1);
        await phone.Key("Aannemen").ClickAsync();
        await Expect(phone.Job.Locator(".job-state")).ToHaveTextAsync("aangenomen");
        return phone;
    }

    private async Task EndAsync(string incident)
    {
        await room.CancelAsync(Phone.Desk, incident);
        await room.SignOffAsync(Phone.Officer, Phone.Municipality, 1);
    }
}

using Handhaving.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Platform;

/// <summary>Who operates the platform sees how it is, and decides about messages that nobody could take.</summary>
public sealed class PlatformPageTests(ControlRoom room)
{
    [Fact]
    public async Task A_parked_message_is_replayed_comes_back_and_is_set_aside_with_a_reason()
    {
        var message = await ParkAsync("0888");
        await using var screen = await (await room.OpenAsync(ColorScheme.Light)).SignInToAsync("functional-admin-beek", "/platform");
        var row = screen.Page.Locator($"[data-name='municipalities/0888/parkedMessages/{message}@dispatch-statistics']");
        await Expect(row).ToContainTextAsync("wacht op een beslissing");
        await Expect(screen.Page.Locator(".platform-health")).ToHaveCountAsync(0);
        await screen.IsAccessibleAsync();

        await row.GetByRole(AriaRole.Button, new() { Name = "Opnieuw aanbieden" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Opnieuw aangeboden door functional-admin-0888-01");
        await Expect(row).ToContainTextAsync("wacht op een beslissing"); // it could not be read this time either
        await row.GetByRole(AriaRole.Button, new() { Name = "Terzijde leggen" }).ClickAsync();
        await row.GetByLabel("Waarom heeft niemand").FillAsync("proef");
        await screen.IsAccessibleAsync();
        await screen.PressAsync("Enter");

        await Expect(row).ToContainTextAsync("Terzijde gelegd door functional-admin-0888-01");
        await Expect(row.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_operator_sees_each_replica_what_of_it_does_not_work_and_that_it_does_again()
    {
        var message = await ParkAsync("platform");
        await using var screen = await (await room.OpenAsync()).SignInToAsync("technical-admin", "/platform");
        var replicas = screen.Page.Locator("[data-service='dispatch'] .replica");
        await Expect(replicas).ToHaveCountAsync(2);
        await Expect(replicas.First).ToContainTextAsync("Er staan berichten geparkeerd");
        await Expect(replicas.First).ToContainTextAsync("Kanarie kwam terug");
        await Expect(replicas.First).ToContainTextAsync("Wachtrij dispatch-statistics.work");
        await screen.IsAccessibleAsync();

        var row = screen.Page.Locator($"[data-name='teams/platform/parkedMessages/{message}@dispatch-statistics']");
        await row.GetByRole(AriaRole.Button, new() { Name = "Terzijde leggen" }).ClickAsync();
        await row.GetByLabel("Waarom heeft niemand").FillAsync("proef");
        await screen.PressAsync("Enter");

        await Expect(replicas.First.Locator(".state")).ToHaveTextAsync("alles werkt");
        await screen.Page.RouteAsync("**/console/platform.json", route => route.AbortAsync());
        await Expect(screen.Page.Locator(".platform-health")).ToContainTextAsync("Hoe het nu is, is niet bekend.");
        await screen.IsAccessibleAsync();
    }

    [Fact]
    public async Task Who_does_not_operate_it_is_refused()
    {
        await using var screen = await (await room.OpenAsync()).SignInToAsync("centralist-wm", "/platform");

        await Expect(screen.Trouble).ToHaveAttributeAsync("data-reason", "PERMISSION_MISSING");
        await screen.IsAccessibleAsync();
    }

    private async Task<Guid> ParkAsync(string tenant)
    {
        var id = Guid.CreateVersion7();
        await room.OwnerAsync("""
            insert into parked_message (message_id, consumer, tenant, type, reason, text, headers, body)
            values ($1, 'dispatch-statistics', $2, 'unknown', 'CANNOT_PARSE', 'geen bericht', '{"ContentType":"application/vnd.masstransit+json","Tenant":"' || $2 || '"}', '{ this is not a message')
            """, id, tenant);
        return id;
    }
}

using Handhaving.Browser.Tests.Support;
using Handhaving.Dispatch.V1;
using Handhaving.Testing;
using static Microsoft.Playwright.Assertions;

namespace Handhaving.Browser.Tests.Units;

/// <summary>A desk on a small monitor sees who it can send, whatever else stands there.</summary>
public sealed class UnitPanelTests(ControlRoom room)
{
    private const string Lent = "teams/westelijke-mijnstreek/units/pol-2";
    private const int Width = 1280, Height = 720;

    [Fact]
    public async Task Own_units_are_in_sight_while_one_is_lent_where_no_map_can_be_drawn_and_a_lost_connection_moves_nothing()
    {
        var report = await LendAsync();
        await using var screen = await room.OpenAsync();
        await screen.Page.SetViewportSizeAsync(Width, Height);
        await screen.SignInAsync("centralist-wm");

        var card = screen.Page.Locator(".units-panel .lent").Filter(new() { HasText = "PWM-2" });
        await Expect(card).ToContainTextAsync("aan Basisteam Brunssum-Landgraaf");
        await Expect(card).ToContainTextAsync($"Landgraaf {report.Number}");
        await Expect(screen.Page.Locator(".units-panel [data-name='municipalities/0888/units/boa-0888-1']")).ToBeInViewportAsync();
        await Expect(screen.Page.Locator(".map")).ToHaveCountAsync(0);
        await Expect(screen.Page.GetByText("Dit scherm kan geen kaart tekenen.")).ToHaveCountAsync(1);
        Assert.Single((await screen.Page.Locator(".unit-state").EvaluateAllAsync<double[]>("states => states.map(state => state.getBoundingClientRect().left)")).Distinct());
        Assert.Equal(1, await card.Locator(".number").EvaluateAsync<int>("number => new Set([...number.getClientRects()].map(part => part.top)).size"));
        await screen.IsAccessibleAsync();

        var bar = await HeightAsync(screen);
        await screen.Page.Context.SetOfflineAsync(true);
        await Expect(screen.Connection).ToContainTextAsync("Geen verbinding");
        Assert.Equal(bar, await HeightAsync(screen));
        await TakeBackAsync(report);
    }

    [Fact]
    public async Task A_map_leaves_them_their_room_on_a_low_screen()
    {
        var report = await LendAsync();
        await using var screen = await room.OpenWithMapAsync();
        await screen.Page.SetViewportSizeAsync(Width, Height);
        await screen.SignInAsync("centralist-wm");

        await Expect(screen.Page.Locator(".map-place")).ToHaveAttributeAsync("data-drawn", "true");
        await Expect(screen.Page.Locator(".units-panel .lent").Filter(new() { HasText = "PWM-2" })).ToBeInViewportAsync();
        await Expect(screen.Page.Locator(".units-panel [data-name='municipalities/0888/units/boa-0888-1']")).ToBeInViewportAsync();
        await TakeBackAsync(report);
    }

    // A unit of the police works on an urgent incident of the other team.
    private async Task<Incident> LendAsync()
    {
        await room.SignOnAsync("officer-beek-1", "0888", 1);
        await room.SignOnAsync("centralist-wm", Lent, "police-wm-03", "police-wm-04");
        var report = await room.ReportAsync("centralist-bl", "0882", Markets.Of("0882"), "om voor te lenen", priority: 1);
        var request = new AssignUnitRequest { Parent = report.Name, Unit = Lent, Etag = report.Etag, Borrow = new() { SkipHoldReason = "geen eigen eenheid vrij" }, RequestId = ControlRoom.NewId() };
        await new AssignmentService.AssignmentServiceClient(await room.AsAsync("centralist-bl")).AssignUnitAsync(request, ControlRoom.Call);
        return report;
    }

    private async Task TakeBackAsync(Incident report)
    {
        await room.CancelAsync("centralist-bl", report.Name);
        await room.SignOffAsync("centralist-wm", Lent);
    }

    private static Task<double> HeightAsync(Screen screen) => screen.Page.Locator(".top-bar").EvaluateAsync<double>("bar => bar.getBoundingClientRect().height");
}

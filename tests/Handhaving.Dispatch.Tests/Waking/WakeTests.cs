using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.Dispatch.Tests.Tasks;

namespace Handhaving.Dispatch.Tests.Waking;

/// <summary>A phone in a pocket is woken by an offer to its unit, with nothing about it, for as long as the duty lasts.</summary>
public sealed class WakeTests(DispatchRegion region)
{
    private const string Municipality = "0882";
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task An_offer_wakes_the_devices_of_the_crew_and_says_nothing_about_itself()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        using Browser mine = new(region.Push), hers = new(region.Push), strangers = new(region.Push);
        await RegisterAsync(region.CrewOf(unit), unit, mine);
        await RegisterAsync(region.CrewOf(unit, member: 2), unit, hers);
        var other = await desk.OwnUnitAsync(region, Municipality);
        await RegisterAsync(region.CrewOf(other), other, strangers);

        var offer = (await desk.AssignAsync(await desk.ReportAsync(Municipality), unit)).Assignment;
        await Work.EventuallyAsync(() => Task.FromResult(region.Push.TakenFor(mine).Count > 0 && region.Push.TakenFor(hers).Count > 0));

        var pushed = Assert.Single(region.Push.TakenFor(mine));
        Assert.Equal("""{"kind":"offer"}""", Encoding.UTF8.GetString(mine.Read(pushed.Body)));
        Assert.Equal(("aes128gcm", "high", offer.Name.Split('/')[^1].Replace("-", "", StringComparison.Ordinal)), ($"{pushed.Headers.ContentEncoding}", $"{pushed.Headers["Urgency"]}", $"{pushed.Headers["Topic"]}"));
        Assert.InRange(int.Parse($"{pushed.Headers["TTL"]}", System.Globalization.CultureInfo.InvariantCulture), 1, 30);
        var (token, key) = ($"{pushed.Headers.Authorization}".Split("t=")[1].Split(',')[0], $"{pushed.Headers.Authorization}".Split("k=")[1]);
        Assert.True(Browser.IsSigned(token, key));
        Assert.Empty(region.Push.TakenFor(strangers));
    }

    [Fact]
    public async Task A_device_is_forgotten_when_asked_when_the_duty_ends_and_when_its_push_service_says_so()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var crew = region.CrewOf(unit);
        using Browser asked = new(region.Push), gone = new(region.Push), last = new(region.Push);
        foreach (var browser in new[] { asked, gone, last }) await RegisterAsync(crew, unit, browser);
        await crew.Devices.ForgetDeviceAsync(new() { Name = unit, Endpoint = asked.Endpoint, RequestId = Work.NewRequest() }, crew.Call);
        region.Push.Forget(gone);

        var offer = (await desk.AssignAsync(await desk.ReportAsync(Municipality), unit)).Assignment;
        await Work.EventuallyAsync(async () => region.Push.TakenFor(last).Count == 1 && await CountAsync(unit) == 1);
        await desk.Assignments.WithdrawAssignmentAsync(new() { Name = offer.Name, Reason = "klaar", RequestId = Work.NewRequest() }, desk.Call);
        await desk.Units.SignOffUnitAsync(new() { Name = unit, RequestId = Work.NewRequest() }, desk.Call);

        Assert.Equal(0L, await CountAsync(unit));
        Assert.Empty(region.Push.TakenFor(asked));
    }

    [Fact]
    public async Task Of_one_officer_the_sixth_takes_the_place_of_the_oldest_and_the_same_one_its_own()
    {
        var unit = await desk.OwnUnitAsync(region, Municipality);
        var crew = region.CrewOf(unit);
        var browsers = Enumerable.Range(0, 6).Select(_ => new Browser(region.Push)).ToList();
        foreach (var browser in browsers) await RegisterAsync(crew, unit, browser);
        await RegisterAsync(crew, unit, browsers[5]);

        Assert.Equal(5L, await CountAsync(unit));
        Assert.Equal(0L, await region.OwnerAsync("select count(*) from device where endpoint = $1", browsers[0].Endpoint));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task What_is_refused_is_said_precisely_and_nothing_is_kept()
    {
        var (unit, other) = (await desk.OwnUnitAsync(region, Municipality), await desk.OwnUnitAsync(region, Municipality));
        var crew = region.CrewOf(unit);
        using var browser = new Browser(region.Push);
        var right = Registration(unit, browser);
        var without = await region.StartCutOffReplicaAsync("--Push:PrivateKey=");

        Assert.Equal((StatusCode.PermissionDenied, "NOT_YOUR_UNIT"), await WhyAsync(crew, new(right) { Name = other }));
        Assert.Equal((StatusCode.InvalidArgument, "PUSH_SERVICE_UNKNOWN"), await WhyAsync(crew, new(right) { Endpoint = "https://127.0.0.1/push" }));
        Assert.Equal((StatusCode.InvalidArgument, "PUSH_SERVICE_UNKNOWN"), await WhyAsync(crew, new(right) { Endpoint = "geen adres" }));
        Assert.Equal((StatusCode.InvalidArgument, "PUSH_KEY_INVALID"), await WhyAsync(crew, new(right) { AuthSecret = ByteString.CopyFrom(1, 2, 3) }));
        Assert.Equal((StatusCode.FailedPrecondition, "PUSH_NOT_CONFIGURED"), await WhyAsync(crew, right, without));
        Assert.Equal(0L, await CountAsync(unit));
    }

    internal static V1.RegisterDeviceRequest Registration(string unit, Browser browser) => new()
    {
        Name = unit, Endpoint = browser.Endpoint, PublicKey = ByteString.CopyFrom(browser.PublicKey), AuthSecret = ByteString.CopyFrom(browser.AuthSecret), RequestId = Work.NewRequest(),
    };

    private static async Task<(StatusCode, string)> WhyAsync(Person person, V1.RegisterDeviceRequest request, GrpcChannel? replica = null)
    {
        var devices = replica is null ? person.Devices : new V1.DeviceService.DeviceServiceClient(replica);
        var failure = await Failure.OfAsync(devices.RegisterDeviceAsync(new(request) { RequestId = Work.NewRequest() }, person.Call));
        return (failure.Code, failure.Reason);
    }

    private static async Task RegisterAsync(Person person, string unit, Browser browser) => await person.Devices.RegisterDeviceAsync(Registration(unit, browser), person.Call);

    private async Task<long> CountAsync(string unit) => (long)(await region.OwnerAsync("select count(*) from device where unit = $1", unit) ?? 0L);
}

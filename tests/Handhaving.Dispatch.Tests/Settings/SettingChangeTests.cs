using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Settings;

/// <summary>A decision about a setting says why and changes nothing of what held before it; later anybody can ask what held when.</summary>
public sealed class SettingChangeTests(DispatchRegion region)
{
    private const string Name = "municipalities/0986/settings/dispatch.schedule-lead-minutes";
    private readonly Person admin = new(region, "admin-bl-01", "functional-admin", ["0986"], []);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_change_without_a_reason_is_refused(string reason) =>
        Assert.Equal((StatusCode.InvalidArgument, "REASON_MISSING"), await RefusedAsync(setting => setting.ChangeReason = reason));

    [Fact]
    public async Task A_change_of_the_past_is_refused() =>
        Assert.Equal((StatusCode.InvalidArgument, "VALID_FROM_PASSED"), await RefusedAsync(setting => setting.ValidFromTime = Timestamp.FromDateTime(DateTime.UtcNow.AddMinutes(-2))));

    [Fact]
    public async Task What_held_at_a_moment_can_be_asked_for_later_and_what_will_hold_before()
    {
        var auditor = new Person(region, "auditor-bl-01", "auditor", ["0986"], []);
        async Task<string> AtAsync(DateTime? at) => (await auditor.Settings.GetSettingAsync(new() { Name = Name, AtTime = at is { } time ? Timestamp.FromDateTime(time) : null }, auditor.Call)).Setting.Value;
        var before = await AtAsync(null);
        var tomorrow = DateTime.UtcNow.AddDays(1);

        var first = (await admin.Settings.ChangeSettingAsync(await ChangeAsync("12", _ => { }), admin.Call)).Setting;
        var planned = (await admin.Settings.ChangeSettingAsync(await ChangeAsync("13", setting => setting.ValidFromTime = Timestamp.FromDateTime(tomorrow)), admin.Call)).Setting;

        Assert.Equal((first.Version + 1, Timestamp.FromDateTime(tomorrow)), (planned.Version, planned.ValidFromTime));
        Assert.Equal((before, "12"), (await AtAsync(first.ValidFromTime.ToDateTime().AddMilliseconds(-1)), await AtAsync(first.ValidFromTime.ToDateTime().AddMilliseconds(1))));
        Assert.Equal(("12", "13"), (await AtAsync(null), await AtAsync(tomorrow.AddSeconds(1))));
    }

    [Fact]
    public async Task A_clock_that_runs_a_little_behind_changes_from_now_on()
    {
        var changed = (await admin.Settings.ChangeSettingAsync(await ChangeAsync("14", setting => setting.ValidFromTime = Timestamp.FromDateTime(DateTime.UtcNow.AddSeconds(-30))), admin.Call)).Setting;

        Assert.InRange(changed.ValidFromTime.ToDateTime(), DateTime.UtcNow.AddSeconds(-20), DateTime.UtcNow.AddSeconds(1));
    }

    private async Task<(StatusCode, string)> RefusedAsync(Action<Access.V1.Setting> spoil)
    {
        var (code, reason, _) = await Failure.OfAsync(admin.Settings.ChangeSettingAsync(await ChangeAsync("11", spoil), admin.Call));
        return (code, reason);
    }

    private async Task<V1.ChangeSettingRequest> ChangeAsync(string value, Action<Access.V1.Setting> spoil)
    {
        var before = (await admin.Settings.GetSettingAsync(new() { Name = Name }, admin.Call)).Setting;
        var setting = new Access.V1.Setting { Name = Name, Value = value, Etag = before.Etag, ChangeReason = "proef" };
        spoil(setting);
        return new() { Setting = setting, RequestId = Work.NewRequest() };
    }
}

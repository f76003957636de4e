using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>Acts of a unit on its own duty, as a caller does them.</summary>
internal static class DutyWork
{
    /// <summary>A request that signs a unit of the demo region on with its two officers.</summary>
    public static V1.SignOnUnitRequest SignOn(string municipality, int number, params string[] equipment) => new()
    {
        Name = $"municipalities/{municipality}/units/boa-{municipality}-{number}",
        Crew = { new V1.CrewMember { Officer = $"officer-{municipality}-{2 * number - 1:00}" }, new V1.CrewMember { Officer = $"officer-{municipality}-{2 * number:00}" } },
        Equipment = { equipment },
        RequestId = Work.NewRequest(),
    };

    public static async Task<string> SignOnAsync(this Person person, V1.SignOnUnitRequest request) => (await person.Units.SignOnUnitAsync(request, person.Call)).Unit.Name;

    /// <summary>Again with the same request id while another transaction is in the way, as TRY_AGAIN asks.</summary>
    public static async Task<T> InTurnAsync<T>(Func<Task<T>> call) where T : class
    {
        T? answer = null;
        await Work.EventuallyAsync(async () =>
        {
            try
            {
                answer = await call();
                return true;
            }
            catch (Grpc.Core.RpcException inTheWay) when (Failure.Of(inTheWay).Reason == "TRY_AGAIN")
            {
                return false;
            }
        });
        return answer ?? throw new TimeoutException();
    }

    /// <returns>Why it was refused; null when the unit is on duty.</returns>
    public static async Task<Failure?> TrySignOnAsync(this Person person, V1.SignOnUnitRequest request)
    {
        try
        {
            await InTurnAsync(async () => await person.Units.SignOnUnitAsync(request, person.Call));
            return null;
        }
        catch (Grpc.Core.RpcException refused)
        {
            return Failure.Of(refused);
        }
    }

    public static async Task<V1.Unit> UnitAsync(this Person person, string unit) => (await person.Units.GetUnitAsync(new() { Name = unit }, person.Call)).Unit;

    public static V1.ReportUnitStatusRequest Status(string unit, string code, string assignment = "", string disposition = "", string text = "") =>
        new() { Name = unit, Code = code, Assignment = assignment, Disposition = disposition, Text = text, RequestId = Work.NewRequest() };

    public static async Task<V1.Unit> StatusAsync(this Person person, V1.ReportUnitStatusRequest request) => (await person.Units.ReportUnitStatusAsync(request, person.Call)).Unit;

    public static Task<Failure> RefusedAsync(this Person person, V1.ReportUnitStatusRequest request) => Failure.OfAsync(person.Units.ReportUnitStatusAsync(request, person.Call));

    public static V1.ChangeUnitActivityRequest Activity(string unit, V1.UnitActivity activity, string reason = "") => new() { Name = unit, Activity = activity, Reason = reason, RequestId = Work.NewRequest() };

    public static async Task<V1.Unit> ActivityAsync(this Person person, string unit, V1.UnitActivity activity, string reason = "") =>
        (await person.Units.ChangeUnitActivityAsync(Activity(unit, activity, reason), person.Call)).Unit;

    /// <summary>A member of a crew, on one of the replicas.</summary>
    public static Person Boa(DispatchRegion region, string municipality, int officer, int replica = 0) =>
        new(region, region.Replica(replica), $"officer-{municipality}-{officer:00}", "boa", [municipality], []);

    /// <summary>Decides a setting and waits until both replicas know it: they read it again every second.</summary>
    public static async Task DecideAsync(this Person admin, string owner, string key, string value)
    {
        var name = $"{TenantId.OfName(owner)?.Name}/settings/{key}";
        var before = (await admin.Settings.GetSettingAsync(new() { Name = name }, admin.Call)).Setting;
        await admin.Settings.ChangeSettingAsync(new() { Setting = new() { Name = name, Value = value, ChangeReason = "proef", Etag = before.Etag }, RequestId = Work.NewRequest() }, admin.Call);
    }
}

using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Paging;
using Handhaving.ServiceDefaults.Settings;

namespace Handhaving.Dispatch.Operations;

/// <summary>Door of <c>SettingService</c>.</summary>
public sealed class SettingRpc(ChangeSetting settings, SettingDefinitions definitions) : V1.SettingService.SettingServiceBase
{
    public override async Task<V1.ListSettingsResponse> ListSettings(V1.ListSettingsRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var page = PageRequest.Of(request, request.PageSize, request.PageToken);
        var rest = (await settings.ListAsync(call, context.CancellationToken)).Where(state => string.CompareOrdinal(state.Value.Key, page.After) > 0).ToList();
        var next = rest.Count > page.Size ? page.TokenAfter(rest[page.Size - 1].Value.Key) : "";
        return new() { Settings = { rest.Take(page.Size).Select(state => ToWire(call, state)) }, NextPageToken = next };
    }

    public override async Task<V1.GetSettingResponse> GetSetting(V1.GetSettingRequest request, ServerCallContext context)
    {
        var call = context.Call();
        return new() { Setting = ToWire(call, await settings.GetAsync(KeyOf(request.Name), request.AtTime?.ToDateTimeOffset(), call, context.CancellationToken)) };
    }

    public override async Task<V1.ChangeSettingResponse> ChangeSetting(V1.ChangeSettingRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var asked = request.Setting;
        var change = new SettingChange(KeyOf(asked.Name), asked.Value, asked.Etag, asked.ValidFromTime?.ToDateTimeOffset(), asked.ChangeReason);
        var value = await settings.HandleAsync(change, call, RequestKey.Of(call, request), context.CancellationToken);
        return new() { Setting = ToWire(call, new SettingState(value, value.Version)) };
    }

    private static string KeyOf(string name) => name.Split('/') is [_, _, "settings", { Length: > 0 } key] ? key : throw new NotFound(name);

    private Access.V1.Setting ToWire(Call call, SettingState state) => ToWire(call, state.Value, state.LastVersion);

    private Access.V1.Setting ToWire(Call call, SettingValue value, long lastVersion) => new()
    {
        Name = $"{call.Owner.Name}/settings/{value.Key}",
        Value = value.Value,
        Source = value.Owner switch
        {
            null => Access.V1.SettingSource.Product,
            { IsMunicipality: true } => Access.V1.SettingSource.Municipality,
            _ => Access.V1.SettingSource.Team,
        },
        Version = value.Version,
        ValidFromTime = Timestamp.FromDateTimeOffset(value.ValidFrom),
        ChangedBy = value.ChangedBy,
        ChangeReason = value.Reason,
        Etag = $"\"{lastVersion}\"",
        Description = definitions.Find(value.Key).Description,
        DefaultValue = definitions.Find(value.Key).DefaultValue,
    };
}

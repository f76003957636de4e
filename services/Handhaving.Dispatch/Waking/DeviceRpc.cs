using Grpc.Core;
using Handhaving.Dispatch.Units;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Waking;

/// <summary>Door of <c>DeviceService</c>.</summary>
public sealed class DeviceRpc(KeepDevices devices) : V1.DeviceService.DeviceServiceBase
{
    public override async Task<V1.RegisterDeviceResponse> RegisterDevice(V1.RegisterDeviceRequest request, ServerCallContext context)
    {
        var call = context.Call();
        var device = new Device(EndpointOf(request.Endpoint), request.PublicKey.ToByteArray(), request.AuthSecret.ToByteArray());
        await devices.RegisterAsync(NameOf(request.Name), device, call, RequestKey.Of(call, request), context.CancellationToken);
        return new();
    }

    public override async Task<V1.ForgetDeviceResponse> ForgetDevice(V1.ForgetDeviceRequest request, ServerCallContext context)
    {
        var call = context.Call();
        await devices.ForgetAsync(NameOf(request.Name), EndpointOf(request.Endpoint), call, RequestKey.Of(call, request), context.CancellationToken);
        return new();
    }

    private static Uri EndpointOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var endpoint) ? endpoint : throw PushRules.KnownService.Broken(("service", "-"));

    private static UnitName NameOf(string text) => UnitName.Parse(text) ?? throw new NotFound(text);
}

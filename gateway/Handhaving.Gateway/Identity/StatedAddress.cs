using System.Net;
using Yarp.ReverseProxy.Transforms;

namespace Handhaving.Gateway.Identity;

/// <summary>Tells the service from where a call comes, in place of whatever the caller says of that. With the port: behind an address may be a whole network (RFC 6302).</summary>
public static class StatedAddress
{
    private const string Header = "X-Forwarded-For";

    public static ValueTask SetAsync(RequestTransformContext transform)
    {
        RequestTransform.RemoveHeader(transform, Header);
        var connection = transform.HttpContext.Connection;
        if (connection.RemoteIpAddress is { } address)
            transform.ProxyRequest.Headers.TryAddWithoutValidation(Header, new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, connection.RemotePort).ToString());
        return ValueTask.CompletedTask;
    }
}

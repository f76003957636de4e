using System.Net;

namespace Handhaving.Gateway.Connections;

/// <summary>Where somebody comes from, as far as it can be told apart: an address of IPv4, and of IPv6 the 64 bits that one subscriber is given.</summary>
public static class RemoteNetwork
{
    private const int SubscriberBytes = 8;

    /// <returns>Null where there is no address.</returns>
    public static IPAddress? Of(IPAddress? address)
    {
        if (address is { IsIPv4MappedToIPv6: true }) return address.MapToIPv4();
        if (address is not { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6 }) return address;
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(SubscriberBytes).Clear();
        return new(bytes);
    }
}

using System.Net;
using System.Net.Sockets;

namespace Handhaving.Testing.Identity;

/// <summary>Ports that are free now, below the range in which a client may connect to itself.</summary>
public static class Ports
{
    private const int First = 15_000;
    private const int Count = 5_000;

    private static int next = Environment.ProcessId;

    public static int Free()
    {
        while (true)
        {
            var port = First + Interlocked.Increment(ref next) % Count;
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse)
            {
            }
        }
    }
}

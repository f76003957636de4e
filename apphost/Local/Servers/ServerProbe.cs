using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Handhaving.AppHost.Local.Servers;

/// <summary>Asks a server in its own protocol whether it serves: an open port alone is also shown by one that is still starting.</summary>
internal static class ServerProbe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A start-up packet (protocol 3.0); 'R' asks for authentication, 'E' says that it starts or stops.</summary>
    public static Task<bool> PostgresAsync(int port, string user, CancellationToken cancellation)
    {
        var body = Encoding.ASCII.GetBytes($"user\0{user}\0database\0postgres\0\0");
        var packet = new byte[8 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(packet, packet.Length);
        BinaryPrimitives.WriteInt32BigEndian(packet.AsSpan(4), 3 << 16);
        body.CopyTo(packet, 8);
        return AnswersAsync(port, packet, "R", cancellation);
    }

    /// <summary>The protocol header of AMQP 0-9-1; a broker that serves answers with a method frame, which begins with 1.</summary>
    public static Task<bool> RabbitMQAsync(int port, CancellationToken cancellation) =>
        AnswersAsync(port, [(byte)'A', (byte)'M', (byte)'Q', (byte)'P', 0, 0, 9, 1], "\u0001", cancellation);

    public static Task<bool> RedisAsync(int port, string password, CancellationToken cancellation) =>
        AnswersAsync(port, Encoding.ASCII.GetBytes($"AUTH {password}\r\nPING\r\n"), "+OK\r\n+PONG", cancellation);

    public static Task<bool> ListensAsync(int port, CancellationToken cancellation) => AnswersAsync(port, [], "", cancellation);

    private static async Task<bool> AnswersAsync(int port, byte[] question, string answer, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync("127.0.0.1", port, limit.Token);
            await socket.GetStream().WriteAsync(question, limit.Token);
            var start = new byte[answer.Length];
            await socket.GetStream().ReadExactlyAsync(start, limit.Token);
            return Encoding.ASCII.GetString(start) == answer;
        }
        catch (Exception problem) when (problem is SocketException or IOException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false; // no answer in time
        }
    }
}

using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Handhaving.Gateway.Protocols;
using Xunit;

namespace Handhaving.Gateway.Tests.Support;

/// <summary>Speaks HTTP/2 frame by frame, and gives answers no more room than a test says.</summary>
public sealed class FrameClient : IDisposable
{
    private const int FrameHeaderBytes = 9;
    private const int InitialWindowSize = 0x4; // of the settings (RFC 9113, 6.5.2)

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Stream connection;

    private FrameClient(Stream connection) => this.connection = connection;

    /// <param name="window">Bytes that each stream may send before a window update.</param>
    public static async Task<FrameClient> ConnectAsync(int port, int window) => await BeginAsync(await OpenAsync(port), window);

    /// <summary>Over TLS, whoever's certificate it is.</summary>
    public static async Task<FrameClient> ConnectByTlsAsync(int port, int window)
    {
        var tls = new SslStream(await OpenAsync(port));
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = "localhost", ApplicationProtocols = [SslApplicationProtocol.Http2], RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null },
            TestContext.Current.CancellationToken);
        return await BeginAsync(tls, window);
    }

    private static async Task<Stream> OpenAsync(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static async Task<FrameClient> BeginAsync(Stream connection, int window)
    {
        var frames = new FrameClient(connection);
        await connection.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await frames.SendAsync(new(FrameType.Settings, 0, 0, [0, InitialWindowSize, .. Bytes(window)]));
        return frames;
    }

    /// <summary>Opens a stream with its headers; the message, if any, is the whole of it.</summary>
    public async Task CallAsync(int stream, string method, string path, byte[]? message, params (string Name, string Value)[] headers)
    {
        var block = new HeaderBlock().Add(":method", method).Add(":scheme", connection is SslStream ? "https" : "http").Add(":path", path).Add(":authority", "localhost");
        foreach (var (name, value) in headers) block.Add(name, value);
        await SendAsync(new(FrameType.Headers, Frame.EndHeaders, stream, block.ToArray()));
        if (message is not null) await SendAsync(new(FrameType.Data, Frame.EndStream, stream, [0, .. Bytes(message.Length), .. message]));
    }

    public Task GiveRoomAsync(int stream, int bytes) => SendAsync(new(FrameType.WindowUpdate, 0, stream, Bytes(bytes)));

    /// <summary>The next frame that belongs to a stream.</summary>
    public async Task<Frame> NextAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        while (true)
        {
            var frame = await ReadAsync(limit.Token);
            if (frame.Stream != 0 && frame.Type is not FrameType.WindowUpdate) return frame;
            if (frame.Type is FrameType.Settings or FrameType.Ping && (frame.Flags & Frame.Ack) == 0)
                await SendAsync(frame with { Flags = Frame.Ack, Payload = frame.Type is FrameType.Ping ? frame.Payload : [] });
        }
    }

    public void Dispose() => connection.Dispose();

    private async Task SendAsync(Frame frame)
    {
        var length = Bytes(frame.Payload.Length);
        await connection.WriteAsync((byte[])[.. length[1..], (byte)frame.Type, frame.Flags, .. Bytes(frame.Stream), .. frame.Payload], TestContext.Current.CancellationToken);
    }

    private async Task<Frame> ReadAsync(CancellationToken cancellation)
    {
        var header = new byte[FrameHeaderBytes];
        await connection.ReadExactlyAsync(header, cancellation);
        var payload = new byte[header[0] << 16 | header[1] << 8 | header[2]];
        await connection.ReadExactlyAsync(payload, cancellation);
        return new((FrameType)header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)), payload);
    }

    private static byte[] Bytes(int number)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}

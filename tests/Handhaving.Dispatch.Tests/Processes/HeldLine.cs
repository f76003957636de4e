using System.Net.Sockets;

namespace Handhaving.Dispatch.Tests.Processes;

/// <summary>A client's connection that can leave unread what arrives while it still sends, as a device does that is busy.</summary>
internal sealed class HeldLine : IDisposable
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isHeld;

    public HeldLine() => Handler = new() { ConnectCallback = async (context, cancellation) =>
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(context.DnsEndPoint, cancellation);
        return new Line(socket, WhenReadAsync);
    } };

    public SocketsHttpHandler Handler { get; }

    /// <summary>Ends when something arrives that is held.</summary>
    public Task Arrived => arrived.Task;

    public void Hold() => isHeld = true;

    public void Release() => released.TrySetResult();

    public void Dispose() => Handler.Dispose();

    private async Task WhenReadAsync(CancellationToken cancellation)
    {
        if (!isHeld) return;
        arrived.TrySetResult();
        await released.Task.WaitAsync(cancellation);
    }

    private sealed class Line(Socket socket, Func<CancellationToken, Task> whenRead) : Stream
    {
        private readonly NetworkStream inner = new(socket, ownsSocket: true);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken); // until something is there
            await whenRead(cancellationToken);
            return await inner.ReadAsync(buffer, cancellationToken);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => inner.Flush();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

using Grpc.Core;

namespace Handhaving.ServiceDefaults.Lifetime;

/// <summary>Writes to a stream that may have to end while its reader does not read.</summary>
/// <remarks>A write is waited for no longer than the stream lives, and never cancelled itself: that would reset the call, and its reader would get neither the status nor what was sent before it.</remarks>
public sealed class LivingWriter<T>(IServerStreamWriter<T> inner, StreamLife life) : IServerStreamWriter<T>
{
    public WriteOptions? WriteOptions
    {
        get => inner.WriteOptions;
        set => inner.WriteOptions = value;
    }

    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        life.Require();
        try
        {
            await inner.WriteAsync(message, CancellationToken.None).WaitAsync(life.Ended).WaitAsync(cancellationToken);
        }
        catch (InvalidOperationException) when (life.Ended.IsCancellationRequested)
        {
            throw new OperationCanceledException(life.Ended); // "the request is complete": the runtime's word for a reader who left, and no defect
        }
    }
}

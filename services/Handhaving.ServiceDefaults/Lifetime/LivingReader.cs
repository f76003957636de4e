using Grpc.Core;

namespace Handhaving.ServiceDefaults.Lifetime;

/// <summary>Reads a client's stream as long as it lives; also a silent one ends.</summary>
internal sealed class LivingReader<T>(IAsyncStreamReader<T> inner, StreamLife life) : IAsyncStreamReader<T>
{
    public T Current => inner.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, life.Ended);
        if (!await inner.MoveNext(both.Token)) return false;
        life.Require(); // a timer may be late
        return true;
    }
}

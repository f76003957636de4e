using Grpc.Core;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>Reads a client's stream and checks each message before the door sees it.</summary>
internal sealed class CheckedReader<T>(IAsyncStreamReader<T> inner, Func<T, CancellationToken, Task> check) : IAsyncStreamReader<T>
{
    public T Current => inner.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        if (!await inner.MoveNext(cancellationToken)) return false;
        await check(inner.Current, cancellationToken);
        return true;
    }
}

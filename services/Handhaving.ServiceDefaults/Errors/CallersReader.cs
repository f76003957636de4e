using Google.Protobuf;
using Grpc.Core;

namespace Handhaving.ServiceDefaults.Errors;

/// <summary>Reads a client's stream; what breaks while it is read is the caller's, and no defect of ours.</summary>
internal sealed class CallersReader<T>(IAsyncStreamReader<T> inner) : IAsyncStreamReader<T>
{
    public T Current => inner.Current;

    public async Task<bool> MoveNext(CancellationToken cancellationToken)
    {
        try
        {
            return await inner.MoveNext(cancellationToken);
        }
        catch (InvalidProtocolBufferException)
        {
            throw UnreadableMessage.Broken();
        }
        catch (IOException gone)
        {
            throw new OperationCanceledException(gone.Message, gone); // it was reset, or its connection broke; the call's own token may tell so later
        }
    }
}

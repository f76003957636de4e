namespace Handhaving.Gateway.Answers;

/// <summary>The last frame of one stream, from its first on until it is disposed.</summary>
public sealed class ExpectedEnd(Action<ExpectedEnd> forget, int stream) : IDisposable
{
    private readonly TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously); // told while the server writes

    public int Stream => stream;

    /// <summary>Ends when that frame is on its way.</summary>
    public Task Sent => sent.Task;

    public void Tell() => sent.TrySetResult();

    public void Dispose() => forget(this);
}

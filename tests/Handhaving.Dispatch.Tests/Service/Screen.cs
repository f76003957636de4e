using Grpc.Core;

namespace Handhaving.Dispatch.Tests.Service;

/// <summary>A board that a test watches.</summary>
internal sealed class Screen(AsyncServerStreamingCall<V1.WatchBoardResponse> stream) : IDisposable
{
    /// <summary>Where this board may be resumed, after what was read of it.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Reads on to the message that a test waits for.</summary>
    public async Task<V1.WatchBoardResponse> UntilAsync(Func<V1.WatchBoardResponse, bool> isLast) => (await ReadAsync(isLast))[^1];

    /// <summary>All messages up to the one that a test waits for.</summary>
    public async Task<IReadOnlyList<V1.WatchBoardResponse>> ReadAsync(Func<V1.WatchBoardResponse, bool> isLast)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        List<V1.WatchBoardResponse> messages = [];
        while (await stream.ResponseStream.MoveNext(limit.Token))
        {
            messages.Add(stream.ResponseStream.Current);
            if (messages[^1].ResumeToken is { Length: > 0 } next) Token = next;
            if (isLast(messages[^1])) return messages;
        }
        throw new Xunit.Sdk.XunitException("The stream ended before what was waited for.");
    }

    /// <summary>A fresh board, up to the end of its snapshot.</summary>
    public Task<IReadOnlyList<V1.WatchBoardResponse>> ReadSnapshotAsync() => ReadAsync(message => message.EventCase is V1.WatchBoardResponse.EventOneofCase.SnapshotEnd);

    public void Dispose() => stream.Dispose();
}

/// <summary>Opens boards.</summary>
internal static class Screens
{
    public static Screen WatchTeam(this Person person, string team) => person.ResumeTeam(team, "");

    public static Screen ResumeTeam(this Person person, string team, string token) =>
        new(person.Board.WatchBoard(new() { Parent = $"teams/{team}", ResumeToken = token }, person.Headers, cancellationToken: TestContext.Current.CancellationToken));
}

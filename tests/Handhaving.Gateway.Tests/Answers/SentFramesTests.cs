using Handhaving.Gateway.Answers;
using Xunit;

namespace Handhaving.Gateway.Tests.Answers;

public sealed class SentFramesTests
{
    private static readonly byte[] Settings = [0, 0, 0, 4, 1, 0, 0, 0, 0];
    private static readonly byte[] Headers = [0, 0, 3, 1, 4, 0, 0, 0, 1, 1, 1, 1]; // END_HEADERS
    private static readonly byte[] Data = [0, 0, 12, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]; // what it carries looks like a frame that ends the stream
    private static readonly byte[] LastData = [0, 0, 0, 0, 1, 0, 0, 0, 1];
    private static readonly byte[] Trailers = [0, 0, 1, 1, 5, 0, 0, 0, 1, 7];
    private static readonly byte[] Reset = [0, 0, 4, 3, 0, 0, 0, 0, 1, 0, 0, 0, 8];

    public static TheoryData<byte[]> Ends => [LastData, Trailers, Reset];

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_stream_ends_with_its_last_frame_and_not_before(byte[] last)
    {
        foreach (var piece in Enumerable.Range(1, 40))
        {
            var frames = new SentFrames();
            using var end = frames.Expect(1);

            Pass(frames, [.. Settings, .. Headers, .. Data], piece);
            Assert.False(end.Sent.IsCompleted);
            Pass(frames, last, piece);

            Assert.True(end.Sent.IsCompleted);
        }
    }

    [Fact]
    public void Each_stream_ends_by_itself()
    {
        var frames = new SentFrames();
        using var first = frames.Expect(1);
        using var third = frames.Expect(3);

        frames.Pass(LastData);

        Assert.True(first.Sent.IsCompleted);
        Assert.False(third.Sent.IsCompleted);
    }

    private static void Pass(SentFrames frames, byte[] bytes, int piece)
    {
        foreach (var part in bytes.Chunk(piece)) frames.Pass(part);
    }
}

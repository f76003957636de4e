namespace Handhaving.Dispatch.Board.Opening;

/// <summary>The two lines in which screens wait to be brought up to date: who resumes never waits behind snapshots.</summary>
public sealed class OpeningLines(BoardLimits limits) : IDisposable
{
    internal OpeningLine Snapshots { get; } = new(limits.SnapshotsAtOnce);

    internal OpeningLine Resumes { get; } = new(limits.ResumesAtOnce);

    public void Dispose()
    {
        Snapshots.Dispose();
        Resumes.Dispose();
    }
}

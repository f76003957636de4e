namespace Handhaving.Dispatch.Board.Opening;

/// <summary>Lets a few screens at a time be brought up to date; the others wait in the order they came. Who leaves, or does not take what it is sent, holds up nobody.</summary>
internal sealed class OpeningLine(int atOnce) : IDisposable
{
    private readonly SemaphoreSlim free = new(atOnce);
    private int waiting;

    public int Waiting => Volatile.Read(ref waiting);

    public async Task<Place> EnterAsync(CancellationToken cancellation)
    {
        var place = new Place(this);
        await place.TakeAsync(cancellation);
        return place;
    }

    public void Dispose() => free.Dispose();

    private async Task WaitAsync(CancellationToken cancellation)
    {
        Wait(1);
        try
        {
            await free.WaitAsync(cancellation);
        }
        finally
        {
            Wait(-1);
        }
    }

    private void Wait(int change)
    {
        Interlocked.Add(ref waiting, change);
        DispatchMeters.ScreensWaiting.Add(change);
    }

    /// <summary>One screen's place, until it is disposed.</summary>
    internal sealed class Place(OpeningLine line) : IDisposable
    {
        private bool isHeld;

        /// <summary>Sees a message taken. While its reader does not take it the place is another's, and this screen goes on from the end of the line.</summary>
        public async Task SeeAsync(Task sent, CancellationToken cancellation)
        {
            if (!sent.IsCompleted) Dispose();
            await sent;
            if (!isHeld) await TakeAsync(cancellation);
        }

        public void Dispose()
        {
            if (!isHeld) return;
            isHeld = false;
            line.free.Release();
        }

        internal async Task TakeAsync(CancellationToken cancellation)
        {
            await line.WaitAsync(cancellation);
            isHeld = true;
        }
    }
}

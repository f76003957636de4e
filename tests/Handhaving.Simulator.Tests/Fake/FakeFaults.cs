using Grpc.Core;

namespace Handhaving.Simulator.Fake;

/// <summary>What goes wrong on purpose. All off at first.</summary>
public sealed class FakeFaults
{
    private int calls, cuts;

    /// <summary>Each n-th mutation takes effect and then loses its answer with UNAVAILABLE; 0 = never.</summary>
    public int LoseAnswerEvery { get; set; }

    /// <summary>Each n-th mutation is refused with UNAVAILABLE before it does anything; 0 = never.</summary>
    public int UnavailableEvery { get; set; }

    /// <summary>Each n-th change on the board cuts its stream; 0 = never.</summary>
    public int CutBoardEvery { get; set; }

    /// <summary>A defect: a repeated request_id is carried out again.</summary>
    public bool ForgetsRequestIds { get; set; }

    /// <summary>A defect: clearing is answered OK but leaves no line in the timeline.</summary>
    public bool ForgetsClearing { get; set; }

    /// <summary>A defect: a unit that signs off is answered OK and stays on duty.</summary>
    public bool ForgetsSigningOff { get; set; }

    /// <summary>A defect: positions are acknowledged as taken and not kept.</summary>
    public bool ForgetsPositions { get; set; }

    /// <summary>A defect: changes of these kinds of incident never reach the board.</summary>
    public bool HidesFromBoard { get; set; }

    /// <summary>A defect: the board shows each change of an incident twice.</summary>
    public bool RepeatsOnBoard { get; set; }

    /// <summary>A defect: nothing is ever proposed as a duplicate.</summary>
    public bool FindsNoDuplicates { get; set; }

    /// <summary>Nobody answers any more.</summary>
    public bool Gone { get; set; }

    /// <summary>Before a mutation.</summary>
    public void Before()
    {
        if (Gone || Hits(UnavailableEvery, Interlocked.Increment(ref calls)))
            throw new RpcException(new(StatusCode.Unavailable, "away"));
    }

    /// <summary>After a mutation took effect.</summary>
    public void After()
    {
        if (Hits(LoseAnswerEvery, Volatile.Read(ref calls)))
            throw new RpcException(new(StatusCode.Unavailable, "answer lost"));
    }

    /// <summary>After a change was sent to a board.</summary>
    public void AfterDelta()
    {
        if (Hits(CutBoardEvery, Interlocked.Increment(ref cuts)))
            throw new RpcException(new(StatusCode.Unavailable, "drain"));
    }

    private static bool Hits(int every, int count) => every > 0 && count % every == 0;
}

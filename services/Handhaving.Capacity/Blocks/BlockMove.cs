namespace Handhaving.Capacity.Blocks;

/// <summary>What an act changes in the counts of one block, in people.</summary>
public readonly record struct BlockMove(int Held, int Confirmed, int Waived)
{
    public int Promised => Held + Confirmed;

    public static BlockMove operator +(BlockMove left, BlockMove right) => new(left.Held + right.Held, left.Confirmed + right.Confirmed, left.Waived + right.Waived);

    public static BlockMove operator -(BlockMove move) => new(-move.Held, -move.Confirmed, -move.Waived);
}

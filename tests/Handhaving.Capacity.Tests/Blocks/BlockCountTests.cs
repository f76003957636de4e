using Handhaving.Capacity.Blocks;

namespace Handhaving.Capacity.Tests.Blocks;

/// <summary>A decision lets go of the waterline, never of people who are not there.</summary>
public sealed class BlockCountTests
{
    [Theory]
    [InlineData(4, 4, 4, 0)] // as it was decided
    [InlineData(0, 4, 4, 4)] // all fall ill after it
    [InlineData(3, 4, 6, 3)]
    [InlineData(6, 0, 5, 3)] // without a decision the waterline counts
    [InlineData(6, 4, 6, 0)]
    public void Strength_that_drops_below_what_is_promised_is_missing_whatever_was_waived(int plannable, int waived, int promised, int missing) =>
        Assert.Equal(missing, new BlockCount(plannable, 4, 0, promised) { Waived = waived }.Overdrawn);
}

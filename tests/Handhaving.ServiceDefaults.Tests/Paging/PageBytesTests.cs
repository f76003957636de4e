using Handhaving.ServiceDefaults.Paging;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Paging;

/// <summary>Pages that stop before their answer is too large.</summary>
public sealed class PageBytesTests
{
    [Theory]
    [InlineData(1_000, 100, 100)]
    [InlineData(1 << 20, 100, 3)]
    [InlineData((1 << 20) + 1, 100, 2)]
    [InlineData(5 << 20, 100, 1)]
    [InlineData(1_000, 0, 0)]
    public void A_page_ends_where_the_next_row_no_longer_fits_and_has_one_at_least(int bytes, int rows, int expected) =>
        Assert.Equal(Enumerable.Range(0, expected), Enumerable.Range(0, rows).ThatFit(_ => bytes));
}

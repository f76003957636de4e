using Handhaving.ServiceDefaults.Lifetime;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Lifetime;

/// <summary>The deadline that a caller sends, as the gateway and each service read it.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData("1S", "1S")]
    [InlineData("10S", "10S")]
    [InlineData("11S", "10S")]
    [InlineData("10001m", "10S")]
    [InlineData("1M", "10S")]
    [InlineData("99999999H", "10S")]
    [InlineData("99999999n", "99999999n")]
    [InlineData("S", null)]
    [InlineData("-1S", null)]
    [InlineData("1s", null)]
    [InlineData("1.5S", null)]
    [InlineData("100000000S", null)]
    [InlineData("", null)]
    public void A_deadline_is_cut_to_ten_seconds(string asked, string? counts) => Assert.Equal(counts, DeadlineCap.Cut(asked));

    [Theory]
    [InlineData("0S", true)]
    [InlineData("0n", true)]
    [InlineData("1n", true)]
    [InlineData("100n", false)]
    [InlineData("1u", false)]
    [InlineData("S", false)]
    [InlineData("", false)]
    public void A_deadline_of_no_time_is_over_as_it_comes(string header, bool isOver) => Assert.Equal(isOver, GrpcTimeout.IsOver(header));

    [Theory]
    [InlineData("2H", 7_200_000)]
    [InlineData("3M", 180_000)]
    [InlineData("4S", 4000)]
    [InlineData("5m", 5)]
    [InlineData("6000u", 6)]
    [InlineData("7000000n", 7)]
    public void A_deadline_is_a_number_and_a_unit(string header, long milliseconds) => Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), GrpcTimeout.Parse(header));
}

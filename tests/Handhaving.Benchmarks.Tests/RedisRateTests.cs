using Handhaving.Benchmarks.Peers;

namespace Handhaving.Benchmarks.Tests;

public sealed class RedisRateTests
{
    [Fact]
    public void The_rate_is_the_second_figure_of_the_command_s_line()
    {
        const string Output = "\"test\",\"rps\",\"avg_latency_ms\"\n\"geoadd key 5.81 50.94 unit:__rand_int__\",\"626105.31\",\"0.104\"";

        Assert.Equal(626105.31, RedisRate.Of(Output, "geoadd"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("WARNING: could not connect")]
    public void A_run_that_did_not_say_it_has_no_rate(string output) => Assert.Throws<InvalidOperationException>(() => RedisRate.Of(output, "geoadd"));
}

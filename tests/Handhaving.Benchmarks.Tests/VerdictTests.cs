using Handhaving.Benchmarks.Reporting;

namespace Handhaving.Benchmarks.Tests;

public sealed class VerdictTests
{
    [Theory]
    [InlineData(0.6, ">= 0.6x", true)]
    [InlineData(0.59, ">= 0.6x", false)]
    [InlineData(1.2, "<= 1.2x", true)]
    [InlineData(1.21, "<= 1.2x", false)]
    public void A_target_is_met_up_to_its_bound(double ratio, string target, bool met) => Assert.Equal(met, Verdict.Of(ratio, target));

    [Theory]
    [InlineData(null, ">= 0.6x")]
    [InlineData(1.0, "beside it")]
    [InlineData(1.0, "-")]
    public void Without_a_ratio_or_a_target_there_is_no_verdict(double? ratio, string target) => Assert.Null(Verdict.Of(ratio, target));

    [Fact]
    public void The_summary_names_benchmark_ratio_target_and_verdict()
    {
        var lines = Report.Summary([new("B3", "positions/s", "a bare stream", 0.42, ">= 0.5x", ""), Finding.NotMeasured("B5", "CPU", "nginx", "<= 0.7x", "nginx is missing")]).ToList();

        Assert.Equal(3, lines.Count);
        Assert.Equal(["B3", "0.42x", ">=", "0.5x", "NO"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[..5]);
        Assert.Contains("NOT MEASURED", lines[2], StringComparison.Ordinal);
    }
}

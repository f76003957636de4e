using Handhaving.AppHost.Local.Running;

namespace Handhaving.AppHost.Tests.Running;

public sealed class BackOffTests
{
    [Fact]
    public void The_pause_doubles_to_half_a_minute()
    {
        var backOff = new BackOff();

        var pauses = Enumerable.Range(0, 8).Select(_ => backOff.After(TimeSpan.Zero).TotalSeconds);

        Assert.Equal([0.5, 1, 2, 4, 8, 16, 30, 30], pauses);
    }

    [Fact]
    public void A_process_that_ran_for_a_minute_starts_anew()
    {
        var backOff = new BackOff();
        backOff.After(TimeSpan.Zero);
        backOff.After(TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromSeconds(0.5), backOff.After(TimeSpan.FromMinutes(1)));
    }
}

using Aspire.Hosting;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.AppHost.Tests.Running;

public sealed class StartOrderTests
{
    [Fact]
    public void A_resource_stands_above_what_it_waits_for_and_what_it_refers_to()
    {
        using var given = new Given();
        var database = given.Builder.AddPostgres("postgres").AddDatabase("database");
        var service = given.Shell("service", "").WithReference(database);
        given.Shell("gateway", "").WaitFor(service);

        var levels = StartOrder.Levels(given.Builder.Resources).Select(level => string.Join(' ', level.Select(resource => resource.Name)));

        Assert.Equal(["postgres", "database", "service", "gateway"], levels);
    }

    [Fact]
    public void Two_that_wait_for_each_other_are_refused()
    {
        using var given = new Given();
        var first = given.Shell("first", "");
        var second = given.Shell("second", "").WaitFor(first);
        first.WaitFor(second);

        Assert.Throws<DistributedApplicationException>(() => StartOrder.Levels(given.Builder.Resources));
    }

    [Fact]
    public void Two_that_refer_to_each_other_are_fine()
    {
        using var given = new Given();
        var first = given.Shell("first", "").WithHttpEndpoint();
        var second = given.Shell("second", "").WithHttpEndpoint().WithReference(first);
        first.WithReference(second);

        Assert.Equal(2, StartOrder.Levels(given.Builder.Resources).Sum(level => level.Count));
    }
}

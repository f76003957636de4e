using Aspire.Hosting;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.AppHost.Tests.Running;

public sealed class SampleProjectTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_project_with_two_replicas_answers_on_both_and_sees_its_environment()
    {
        using var given = new Given();
        var project = Path.Combine(RepositoryRoot.Find(), "tests/Handhaving.AppHost.Tests/Sample/Handhaving.AppHost.Sample.csproj");
        var sample = given.Builder.AddProject("sample", project).WithReplicas(2).WithHttpEndpoint()
            .WithEnvironment("Greeting", "goedemorgen").WithHttpHealthCheck("/health/ready");
        await using var runs = given.Runs();

        await runs.StartAsync(Cancellation);

        using var http = new HttpClient();
        foreach (var replica in new[] { 0, 1 })
            Assert.Equal("goedemorgen", await http.GetStringAsync(new Uri(new Uri(sample.Resource.Endpoints[0].Url(replica)), "environment/Greeting"), Cancellation));
        Assert.Equal(["sample-0", "sample-1"], runs.Of("sample").Processes.Select(process => process.Name));
    }

    [Fact]
    public async Task A_project_that_cannot_start_fails_with_its_last_lines()
    {
        using var given = new Given();
        given.Shell("broken", "echo the reason; exit 9").WithHttpEndpoint().WithHttpHealthCheck("/");
        await using var runs = given.Runs();

        var failed = await Assert.ThrowsAsync<StartFailed>(() => runs.StartAsync(Cancellation));

        Assert.Contains("broken exited with 9", failed.Message);
        Assert.Contains("the reason", failed.Message);
    }
}

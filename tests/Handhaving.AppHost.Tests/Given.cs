using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Handhaving.AppHost.Local.Commands;
using Handhaving.AppHost.Local.Instances;
using Handhaving.AppHost.Local.Running;

namespace Handhaving.AppHost.Tests;

/// <summary>A model without servers, in a directory of its own that goes with the test.</summary>
internal sealed class Given : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("handhaving-apphost-");

    public Given(params (string Key, string Value)[] values)
    {
        Instance = new Instance(_directory.FullName, "test");
        Builder = new ApplicationBuilder(
            new AppHostOptions(AppHostVerb.Run, "test"), new GivenValues(values.ToDictionary(value => value.Key, value => value.Value)), _directory.FullName);
    }

    public Instance Instance { get; }

    public ApplicationBuilder Builder { get; }

    public List<string> Said { get; } = [];

    public string PathOf(string name) => Path.Combine(_directory.FullName, name);

    public IResourceBuilder<ExecutableResource> Shell(string name, string script) => Builder.AddExecutable(name, "/bin/sh", ".", "-c", script);

    public ResourceRuns Runs()
    {
        Allocate();
        return new ResourceRuns(StartOrder.Levels(Builder.Resources), Instance, Said.Add);
    }

    public void Allocate() => new Allocation(Instance, Builder.Options).Apply(Builder.Resources);

    /// <summary>Looks again until it holds; another process makes it hold, so there is no event to wait for.</summary>
    public static async Task UntilAsync(Func<bool> holds, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!holds())
            await look.WaitForNextTickAsync(limit.Token);
    }

    public void Dispose() => _directory.Delete(recursive: true);
}

using Xunit;

namespace Handhaving.Contracts.Tests;

/// <summary>Text kept in the repository, so that a change of the contract shows as a diff. <c>ACCEPT_SNAPSHOTS=1</c> writes it anew.</summary>
internal static class Snapshot
{
    public static void Verify(string name, string text)
    {
        var file = Path.Combine(Tree.Tests, "Snapshots", name);
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1") File.WriteAllText(file, text);
        Assert.True(File.Exists(file), $"Snapshots/{name} does not exist. Run the tests with ACCEPT_SNAPSHOTS=1 and review what they wrote.");
        Assert.Equal(File.ReadAllText(file), text);
    }
}

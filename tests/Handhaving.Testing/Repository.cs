using Handhaving.AppHost.Local.Instances;

namespace Handhaving.Testing;

/// <summary>The sources that these tests were built from.</summary>
public static class Repository
{
    public static string Root => RepositoryRoot.Find();
}

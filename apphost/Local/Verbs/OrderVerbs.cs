using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>The verbs that decide the order of starting; stopping goes the other way.</summary>
public static class OrderVerbs
{
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport => builder.With(new Wait(dependency.Own(), null));

    public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0)
        where T : IResourceWithWaitSupport => builder.With(new Wait(dependency.Own(), exitCode));

    private static IResourceBuilder<T> With<T>(this IResourceBuilder<T> builder, Wait wait) where T : IResource
    {
        builder.Own().Waits.Add(wait);
        return builder;
    }
}

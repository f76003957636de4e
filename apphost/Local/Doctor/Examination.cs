using Aspire.Hosting;

namespace Handhaving.AppHost.Local.Doctor;

internal static class Examination
{
    public static Task<int> RunAsync(ApplicationBuilder model, CancellationToken cancellation) => Task.FromResult(0);
}

using Handhaving.ServiceDefaults.Lifetime;

namespace Handhaving.Gateway.Routes;

/// <summary>How long the gateway waits for the answer to a caller's deadline.</summary>
public static class CallerDeadline
{
    // The service ends a call at its deadline and says so with more detail; the gateway waits a little for that.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>When the gateway gives up: a little after the caller's deadline, at most after <paramref name="most"/>.</summary>
    public static TimeSpan Of(IHeaderDictionary headers, TimeSpan most) =>
        GrpcTimeout.Parse(headers[GrpcTimeout.Header].ToString()) is { } asked && asked + Grace < most ? asked + Grace : most;
}

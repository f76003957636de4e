using System.Globalization;

namespace Handhaving.Gateway.Routes;

/// <summary>The deadline that a caller sends, <c>grpc-timeout: 5S</c>.</summary>
public static class GrpcTimeout
{
    // The service ends a call at its deadline and says so with more detail; the gateway waits a little for that.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);

    /// <summary>When the gateway gives up: a little after the caller's deadline, at most after <paramref name="most"/>.</summary>
    public static TimeSpan Of(IHeaderDictionary headers, TimeSpan most) =>
        Parse(headers["grpc-timeout"].ToString()) is { } asked && asked + Grace < most ? asked + Grace : most;

    private static TimeSpan? Parse(string value)
    {
        const int MostDigits = 8; // gRPC over HTTP/2: TimeoutValue
        if (value.Length is < 2 or > MostDigits + 1) return null;
        if (!long.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
        return value[^1] switch
        {
            'H' => TimeSpan.FromHours(number),
            'M' => TimeSpan.FromMinutes(number),
            'S' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMilliseconds(number),
            'u' => TimeSpan.FromMicroseconds(number),
            'n' => TimeSpan.FromTicks(number / TimeSpan.NanosecondsPerTick),
            _ => null,
        };
    }
}

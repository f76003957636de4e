using System.Globalization;

namespace Handhaving.ServiceDefaults.Lifetime;

/// <summary>The deadline that a caller sends, <c>grpc-timeout: 5S</c>.</summary>
public static class GrpcTimeout
{
    public const string Header = "grpc-timeout";

    private const int MostDigits = 8; // gRPC over HTTP/2: TimeoutValue

    /// <summary>Whether it is over as it comes: none, or less than a tick, which the gRPC runtime takes for no deadline at all.</summary>
    public static bool IsOver(string value) => Parse(value) is { Ticks: 0 };

    /// <summary>Null for what is no duration.</summary>
    public static TimeSpan? Parse(string value)
    {
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

using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>Cuts the deadline of a unary call (grpc-timeout) to what the service allows: nobody holds a command longer than this. A stream keeps its own.</summary>
public static class DeadlineCap
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The header as it counts; null for a header that is no duration.</summary>
    public static string? Cut(string header)
    {
        if (header.Length is < 2 or > 9 || !long.TryParse(header[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var amount)) return null;
        TimeSpan? asked = header[^1] switch
        {
            'H' => TimeSpan.FromHours(Math.Min(amount, 24)),
            'M' => TimeSpan.FromMinutes(Math.Min(amount, 1440)),
            'S' => TimeSpan.FromSeconds(amount),
            'm' => TimeSpan.FromMilliseconds(amount),
            'u' => TimeSpan.FromMicroseconds(amount),
            'n' => TimeSpan.FromMicroseconds(amount / 1000.0),
            _ => null,
        };
        if (asked is null) return null;
        return asked > Longest ? string.Create(CultureInfo.InvariantCulture, $"{Longest.TotalSeconds}S") : header;
    }

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var timeout = context.Request.Headers["grpc-timeout"].ToString();
        var isUnary = context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Type is MethodType.Unary;
        if (isUnary && timeout.Length > 0 && Cut(timeout) is { } cut) context.Request.Headers["grpc-timeout"] = cut;
        return next(context);
    }
}

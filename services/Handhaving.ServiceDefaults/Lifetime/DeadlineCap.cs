using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Handhaving.ServiceDefaults.Lifetime;

/// <summary>Cuts the deadline of a unary call (grpc-timeout) to what the service allows: nobody holds a command longer than this. A stream keeps its own.</summary>
public static class DeadlineCap
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>The header as it counts; null for a header that is no duration.</summary>
    public static string? Cut(string header)
    {
        if (GrpcTimeout.Parse(header) is not { } asked) return null;
        return asked > Longest ? string.Create(CultureInfo.InvariantCulture, $"{Longest.TotalSeconds}S") : header;
    }

    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var timeout = context.Request.Headers[GrpcTimeout.Header].ToString();
        var isUnary = context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method.Type is MethodType.Unary;
        if (isUnary && Cut(timeout) is { } cut) context.Request.Headers[GrpcTimeout.Header] = cut;
        return next(context);
    }
}

using Handhaving.Gateway.Errors;
using Handhaving.Gateway.Protocols;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Gateway.Limits;

/// <summary>Bounds the headers of a request, and says so to each caller in the words of its protocol.</summary>
public sealed class HeaderSize(RequestDelegate next)
{
    public const int MostBytes = 16 * 1024;
    public const int MostHeaders = 64;

    // What a header counts beside its text (RFC 9113, 6.5.2).
    private const int Overhead = 32;

    public Task InvokeAsync(HttpContext context)
    {
        if (Fits(context.Request.Headers)) return next(context);
        var broken = new RuleBroken(GatewayReasons.HeadersTooLarge);
        return context.Features.Get<GrpcCall>() is not null ? Refusal.SendAsync(context, broken) : TextAsync(context, broken.Rule);
    }

    private static Task TextAsync(HttpContext context, Rule rule)
    {
        context.Response.StatusCode = StatusCodes.Status431RequestHeaderFieldsTooLarge;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"{rule.Dutch}\n{rule.English}\n", context.RequestAborted);
    }

    private static bool Fits(IHeaderDictionary headers)
    {
        var (bytes, count) = (0, 0);
        foreach (var (name, values) in headers)
            foreach (var value in values)
                (bytes, count) = (bytes + name.Length + (value?.Length ?? 0) + Overhead, count + 1);
        return bytes <= MostBytes && count <= MostHeaders;
    }
}

using Handhaving.Gateway.Limits;
using Microsoft.Net.Http.Headers;

namespace Handhaving.Gateway.WebConsole;

/// <summary>The web console: its files, its settings, and its page for each address within it that a person opens.</summary>
public static class ConsoleEndpoints
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";

    public static void AddConsole(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ConsoleSettings.From(builder.Configuration));
        builder.Services.AddSingleton<ConsoleFiles>();
        builder.Services.AddSingleton<ConsoleSecurity>();
    }

    public static void MapConsole(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<ConsoleFiles>(); // a style sheet that is not there stops the start, not a page
        app.MapGet("/console/configuration.json", (ConsoleSettings settings, HttpResponse response) =>
        {
            response.Headers.CacheControl = AskEachTime;
            return Results.Json(settings.Told);
        }).RequireRateLimiting(CallRates.Console);
    }

    /// <summary>Answers with a file of the console, or with its page when a person opens an address that is nobody else's; false when it is neither.</summary>
    public static async Task<bool> TryServeConsoleAsync(this HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method)) return false;
        var files = context.RequestServices.GetRequiredService<ConsoleFiles>();
        var path = context.Request.Path.Value ?? "/";
        if ((files.Find(path) ?? (IsPage(context.Request, path) ? files.Page : null)) is not { } file) return false;
        context.RequestServices.GetRequiredService<ConsoleSecurity>().Apply(context.Response.Headers);
        await SendAsync(context, file, path.StartsWith("/assets/", StringComparison.Ordinal) ? Forever : AskEachTime);
        return true;
    }

    private static bool IsPage(HttpRequest request, string path) =>
        path is "/" || (!Path.HasExtension(path) && request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html"));

    private static async Task SendAsync(HttpContext context, ConsoleFile file, string caching)
    {
        var response = context.Response;
        response.Headers.CacheControl = caching;
        response.Headers.ETag = file.ETag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(file.ETag, StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var (content, encoding) = file.For(context.Request);
        response.ContentType = file.ContentType;
        response.ContentLength = content.Length;
        if (encoding is not null) response.Headers.ContentEncoding = encoding;
        if (HttpMethods.IsGet(context.Request.Method)) await response.Body.WriteAsync(content, context.RequestAborted);
    }
}

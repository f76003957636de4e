using Handhaving.Gateway.Limits;
using Microsoft.Net.Http.Headers;

namespace Handhaving.Gateway.WebConsole;

/// <summary>The web console: its files, its settings, and its page for each address within it that a person opens.</summary>
public static class ConsoleEndpoints
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskEachTime = "no-cache";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddConsole(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ConsoleSettings.From(builder.Configuration));
        builder.Services.AddSingleton<ConsoleFiles>();
        builder.Services.AddSingleton<ConsoleSecurity>();
    }

    public static void MapConsole(this IEndpointRouteBuilder app)
    {
        app.ServiceProvider.GetRequiredService<ConsoleFiles>(); // a style sheet that is not there stops the start, not a page
        app.MapMethods("/console/configuration.json", Reading, (ConsoleSettings settings, HttpResponse response) =>
        {
            response.Headers.CacheControl = AskEachTime;
            return Results.Json(settings.Told);
        }).RequireRateLimiting(CallRates.Console);
    }

    /// <summary>
    /// Answers with a file of the console, or with its page when a person opens an address that is nobody else's, and says so to who would do more than read them;
    /// false when it is neither.
    /// </summary>
    public static async Task<bool> TryServeConsoleAsync(this HttpContext context)
    {
        var files = context.RequestServices.GetRequiredService<ConsoleFiles>();
        var path = context.Request.Path.Value ?? "/";
        var found = files.Find(path);
        if ((found ?? (ConsolePages.Is(context.Request, path) ? files.Page : null)) is not { } file) return false;
        if (!Reading.Contains(context.Request.Method, StringComparer.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = string.Join(", ", Reading);
            return true;
        }
        context.RequestServices.GetRequiredService<ConsoleSecurity>().Apply(context.Response.Headers);
        await SendAsync(context, file, found is not null && path.StartsWith("/assets/", StringComparison.Ordinal) ? Forever : AskEachTime);
        return true;
    }

    private static async Task SendAsync(HttpContext context, ConsoleFile file, string caching)
    {
        var response = context.Response;
        response.Headers.CacheControl = caching;
        response.Headers.ETag = file.ETag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(held => held.Tag == "*" || held.Tag == file.ETag))
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

using System.Net;
using Handhaving.Gateway.Identity;
using Handhaving.Gateway.Routes;

namespace Handhaving.Gateway.Health.Platform;

/// <summary>How the services and their replicas are, for the operator's page.</summary>
public static class PlatformEndpoint
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void AddPlatformReport(this IHostApplicationBuilder builder)
    {
        var limit = (builder.Configuration.GetSection("Probes").Get<ProbeSettings>() ?? new()).Limit;
        builder.Services.AddSingleton<PlatformReport>().AddHttpClient(PlatformReport.Client, client =>
        {
            (client.DefaultRequestVersion, client.DefaultVersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
            client.Timeout = limit;
        });
    }

    public static void MapPlatformReport(this IEndpointRouteBuilder app)
    {
        var way = app.CreateApplicationBuilder().UseMiddleware<TokenRequired>().UseMiddleware<OperatorsOnly>();
        way.Run(TellAsync);
        app.MapMethods("/console/platform.json", Reading, way.Build());
    }

    private static async Task TellAsync(HttpContext context)
    {
        var services = await context.RequestServices.GetRequiredService<PlatformReport>().MakeAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsJsonAsync(new { Services = services }, context.RequestAborted);
    }
}

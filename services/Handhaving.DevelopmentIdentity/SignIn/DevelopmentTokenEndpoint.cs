using Handhaving.DevelopmentIdentity.Personas;
using Microsoft.Net.Http.Headers;

namespace Handhaving.DevelopmentIdentity.SignIn;

/// <summary>One line for a token: <c>curl -s -X POST http://.../dev/token?persona=centralist-wm</c>.</summary>
public static class DevelopmentTokenEndpoint
{
    public static void MapDevelopmentTokens(this IEndpointRouteBuilder app) => app.MapPost("/dev/token", Give);

    private static IResult Give(HttpRequest request, PersonaList personas, DevelopmentTokens tokens, string? persona, int? lifetime)
    {
        var most = (int)IdentityProvider.AccessTokenLifetime.TotalSeconds;
        var seconds = lifetime ?? most;
        if (seconds < 1 || seconds > most) return Results.Text($"lifetime is a number of seconds from 1 to {most}.\n", statusCode: StatusCodes.Status400BadRequest);
        if (personas.Named(persona) is not { } chosen) return Unknown(personas, WantsJson(request));

        var token = tokens.For(chosen, TimeSpan.FromSeconds(seconds));
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return WantsJson(request)
            ? Results.Json(new { access_token = token, token_type = "Bearer", expires_in = seconds })
            : Results.Text(token);
    }

    private static IResult Unknown(PersonaList personas, bool json)
    {
        var names = personas.All.Select(known => known.Name).ToArray();
        return json
            ? Results.Json(new { personas = names }, statusCode: StatusCodes.Status404NotFound)
            : Results.Text($"No such persona. Choose one of:\n{string.Join('\n', names)}\n", statusCode: StatusCodes.Status404NotFound);
    }

    private static bool WantsJson(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.IsSubsetOf(new MediaTypeHeaderValue("application/json")));
}

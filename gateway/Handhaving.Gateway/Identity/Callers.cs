using Handhaving.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Handhaving.Gateway.Identity;

/// <summary>Who calls: the platform's token rules, with a memory of tokens that were checked before.</summary>
public static class Callers
{
    public static void AddCallers(this IHostApplicationBuilder builder)
    {
        builder.Services.AddTokenValidation(builder.Configuration);
        builder.Services.AddSingleton<TokenEvents>();
        builder.Services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options => options.EventsType = typeof(TokenEvents));
    }
}

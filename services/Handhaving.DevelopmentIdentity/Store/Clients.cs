using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Handhaving.DevelopmentIdentity.Store;

/// <summary>The clients that may ask for tokens, written anew at each start so that configuration counts.</summary>
public static class Clients
{
    public const string Console = "console";
    public const string PartnerSimulator = "partner-simulator";
    public const string Canary = "canary";

    public static async Task WriteAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var manager = services.GetRequiredService<IOpenIddictApplicationManager>();
        var configuration = services.GetRequiredService<IConfiguration>();
        foreach (var wanted in new[] { ConsoleClient(configuration), SystemClient(PartnerSimulator, configuration["Clients:PartnerSimulator:Secret"]), SystemClient(Canary, configuration["Clients:Canary:Secret"]) })
        {
            if (await manager.FindByClientIdAsync(wanted.ClientId ?? "", cancellation) is { } present)
                await manager.UpdateAsync(present, wanted, cancellation);
            else
                await manager.CreateAsync(wanted, cancellation);
        }
    }

    private static OpenIddictApplicationDescriptor ConsoleClient(IConfiguration configuration)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = Console,
            ClientType = ClientTypes.Public,
            ConsentType = ConsentTypes.Implicit,
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.ResponseTypes.Code,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        client.RedirectUris.UnionWith(ConsoleOrigins.RedirectUris(configuration));
        return client;
    }

    private static OpenIddictApplicationDescriptor SystemClient(string id, string? secret) => new()
    {
        ClientId = id,
        ClientType = ClientTypes.Confidential,
        ClientSecret = secret,
        Permissions = { Permissions.Endpoints.Token, Permissions.GrantTypes.ClientCredentials },
    };
}

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Handhaving.DevelopmentIdentity.Tests;

/// <summary>The provider in process, with a key directory of its own. Without a database only what needs none is asked of it.</summary>
public sealed class IdentityProvider(string? database = null, DirectoryInfo? keys = null) : WebApplicationFactory<Program>
{
    public const string Issuer = "http://identity.test/";

    // Nothing listens on the discard port of loopback.
    private const string NoDatabase = "Host=127.0.0.1;Port=9;Username=none;Database=none;Timeout=1";

    public DirectoryInfo Keys { get; } = keys ?? Directory.CreateTempSubdirectory("handhaving-keys-");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Identity:Issuer", Issuer);
        builder.UseSetting("Identity:KeyDirectory", Keys.FullName);
        builder.UseSetting("Clients:Console:Origins:0", "http://127.0.0.1:23100/");
        builder.UseSetting("ConnectionStrings:identity", database ?? NoDatabase);
    }
}

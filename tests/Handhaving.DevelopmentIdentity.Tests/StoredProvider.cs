using Handhaving.DevelopmentIdentity.Store;
using Handhaving.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Handhaving.DevelopmentIdentity.Tests;

/// <summary>The provider with a database of its own, once for a class of tests.</summary>
public sealed class StoredProvider : IAsyncLifetime
{
    private TestServers? servers;
    private IdentityProvider? provider;
    private HttpClient? client;

    /// <summary>Follows no redirect: that is where the code stands.</summary>
    public HttpClient Client => client ?? throw new InvalidOperationException("The provider is not started.");

    public async ValueTask InitializeAsync()
    {
        servers = await TestServers.StartAsync(TestContext.Current.CancellationToken);
        provider = new IdentityProvider(servers.PostgresOwnerConnectionString($"identity_{Guid.NewGuid():N}"));
        client = provider.CreateClient(new() { AllowAutoRedirect = false });
        await provider.Services.GetRequiredService<StorePreparation>().Done.WaitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (provider is not null)
        {
            await using (var scope = provider.Services.CreateAsyncScope())
                await scope.ServiceProvider.GetRequiredService<IdentityDb>().Database.EnsureDeletedAsync();
            await provider.DisposeAsync();
            provider.Keys.Delete(recursive: true);
        }
        servers?.Dispose();
    }
}

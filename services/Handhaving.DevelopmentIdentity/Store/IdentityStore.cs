using Microsoft.EntityFrameworkCore;

namespace Handhaving.DevelopmentIdentity.Store;

/// <summary>Where the provider keeps its clients and codes, and how it gets ready for use.</summary>
public static class IdentityStore
{
    public static void AddIdentityStore(this IHostApplicationBuilder builder)
    {
        builder.Services.AddDbContext<IdentityDb>(options => options.UseNpgsql(builder.Configuration.GetConnectionString("identity")));
        builder.Services.AddSingleton<StorePreparation>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StorePreparation>());
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store");
    }
}

using Microsoft.EntityFrameworkCore;

namespace Handhaving.DevelopmentIdentity.Store;

/// <summary>OpenIddict's clients, authorizations and tokens.</summary>
public sealed class IdentityDb(DbContextOptions<IdentityDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseOpenIddict();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using IPNetwork = System.Net.IPNetwork;

namespace Handhaving.ServiceDefaults.Identity;

/// <summary>Where a call comes from: the address and port that the gateway states, and of a call past it the peer's own.</summary>
/// <remarks>Believed of <c>Gateway:Networks</c> alone (CIDR, for example <c>10.1.0.0/24</c>); unset = this machine.</remarks>
public static class CallerAddress
{
    public static IServiceCollection AddCallerAddress(this IServiceCollection services, IConfiguration configuration)
    {
        var networks = (configuration.GetSection("Gateway:Networks").Get<string[]>() ?? []).Select(IPNetwork.Parse).ToList();
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            if (networks.Count == 0) return;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in networks) options.KnownIPNetworks.Add(network);
        });
    }
}

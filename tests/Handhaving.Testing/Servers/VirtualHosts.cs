using System.Net.Http.Headers;
using System.Text;

namespace Handhaving.Testing.Servers;

/// <summary>Virtual hosts of the broker, by its management door: the command line tool takes seconds for each.</summary>
internal sealed class VirtualHosts : IDisposable
{
    private readonly HttpClient _management;

    public VirtualHosts(Uri broker, int managementPort)
    {
        _management = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{managementPort}/api/vhosts/") };
        _management.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(broker.UserInfo))));
    }

    /// <summary>Its creator has all rights in it. One that exists already is left as it is.</summary>
    public async Task CreateAsync(string name, CancellationToken cancellation)
    {
        using var response = await _management.PutAsync(new Uri(Uri.EscapeDataString(name), UriKind.Relative), null, cancellation);
        response.EnsureSuccessStatusCode();
    }

    public async Task DeleteAsync(string name, CancellationToken cancellation)
    {
        using var response = await _management.DeleteAsync(new Uri(Uri.EscapeDataString(name), UriKind.Relative), cancellation);
        response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _management.Dispose();
}

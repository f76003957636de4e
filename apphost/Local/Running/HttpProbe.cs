using System.Net;

namespace Handhaving.AppHost.Local.Running;

/// <summary>Asks a health path over HTTP/1.1 or, where the endpoint speaks gRPC only, over HTTP/2 without TLS.</summary>
internal sealed class HttpProbe(Uri address, int expected)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly HttpClient Client = new(new SocketsHttpHandler
    {
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromSeconds(30),
    });

    private Version _version = HttpVersion.Version11;

    public async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        if (await AnswersAsync(_version, cancellation))
            return true;
        var other = _version == HttpVersion.Version11 ? HttpVersion.Version20 : HttpVersion.Version11;
        if (!await AnswersAsync(other, cancellation))
            return false;
        _version = other;
        return true;
    }

    private async Task<bool> AnswersAsync(Version version, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Version = version, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        try
        {
            using var response = await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return (int)response.StatusCode == expected;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false; // no answer in time
        }
    }
}

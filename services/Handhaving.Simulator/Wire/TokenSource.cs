using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Handhaving.Simulator.Wire;

/// <summary>Access tokens, kept until a minute before they expire.</summary>
/// <param name="ask">Asks the identity provider for one.</param>
public sealed class TokenSource(Func<CancellationToken, Task<HttpResponseMessage>> ask, TimeProvider time) : IDisposable
{
    private const string ClientId = "partner-simulator";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Those of the partner system, by client credentials.</summary>
    public TokenSource(HttpClient http, Uri identity, string clientSecret, TimeProvider time) : this(cancellation => AskAsync(http, identity, clientSecret, cancellation), time) { }

    private readonly SemaphoreSlim gate = new(1, 1);
    private string? token;
    private DateTimeOffset goodUntil;

    /// <summary>A token that is good for a while yet. An identity provider that does not answer gives HttpRequestException.</summary>
    public async Task<string> GetAsync(CancellationToken cancellation)
    {
        await gate.WaitAsync(cancellation);
        try
        {
            if (token is not null && time.GetUtcNow() < goodUntil)
                return token;
            var answer = await RequestAsync(cancellation);
            goodUntil = time.GetUtcNow() + TimeSpan.FromSeconds(answer.ExpiresIn) - Margin;
            return token = answer.AccessToken;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Forgets the token after the platform refused it, so that the next call asks for another.</summary>
    public void Forget() => goodUntil = DateTimeOffset.MinValue;

    /// <inheritdoc />
    public void Dispose() => gate.Dispose();

    private async Task<TokenAnswer> RequestAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await ask(cancellation);
            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadFromJsonAsync<TokenAnswer>(cancellation)
                ?? throw new HttpRequestException("The identity provider answered without a token.");
        }
        catch (TaskCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException("The identity provider did not answer in time.", late);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient http, Uri identity, string clientSecret, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", ClientId), new("client_secret", clientSecret)]);
        return await http.PostAsync(new Uri(identity, "connect/token"), form, cancellation);
    }

    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token"), JsonRequired] string AccessToken,
        [property: JsonPropertyName("expires_in"), JsonRequired] int ExpiresIn);
}

using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;

namespace Handhaving.ServiceDefaults.Identity;

/// <summary>Remembers tokens that passed the check until they expire, by their hash: a signature is verified once, not on each call. Bounded.</summary>
public sealed class CheckedTokens : IDisposable
{
    private const int MostTokens = 20_000;
    private const string Scheme = "Bearer ";

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MostTokens });

    public ClaimsPrincipal? Find(string token) => cache.Get<ClaimsPrincipal>(KeyOf(token));

    public void Remember(string token, ClaimsPrincipal caller, DateTimeOffset expires) =>
        cache.Set(KeyOf(token), caller, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = expires });

    public void Dispose() => cache.Dispose();

    /// <summary>The bearer token of a request, if it carries one.</summary>
    public static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var value && value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..].Trim() : null;

    private static string KeyOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

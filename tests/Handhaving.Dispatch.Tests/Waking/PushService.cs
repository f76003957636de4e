using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Handhaving.Testing.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Handhaving.Dispatch.Tests.Waking;

/// <summary>What a push service was given for a device.</summary>
public sealed record Pushed(byte[] Body, IHeaderDictionary Headers);

/// <summary>A push service of browsers (RFC 8030) of our own; it knows a device until told otherwise.</summary>
public sealed class PushService : IAsyncDisposable
{
    /// <summary>Private key of the platform under test: the sender's key of RFC 8291, appendix A.</summary>
    public const string PlatformKey = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Pushed>> taken = new();
    private readonly ConcurrentDictionary<string, bool> gone = new();

    private PushService(WebApplication app, int port) => (this.app, Origin) = (app, $"http://127.0.0.1:{port}");

    public string Origin { get; }

    public static async Task<PushService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var service = new PushService(builder.Build(), Ports.Free());
        service.app.Urls.Add(service.Origin);
        service.app.MapPost("/push/{device}", service.TakeAsync);
        await service.app.StartAsync();
        return service;
    }

    public IReadOnlyList<Pushed> TakenFor(Browser device) => taken.TryGetValue(device.Id, out var given) ? [.. given] : [];

    public void Forget(Browser device) => gone[device.Id] = true;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(string device, HttpRequest request)
    {
        if (gone.ContainsKey(device)) return Results.StatusCode((int)HttpStatusCode.Gone);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        taken.GetOrAdd(device, _ => []).Enqueue(new(body.ToArray(), new HeaderDictionary(request.Headers.ToDictionary())));
        return Results.StatusCode((int)HttpStatusCode.Created);
    }
}

/// <summary>A browser with a subscription, that can read what it is sent (RFC 8291 section 3, from the other side).</summary>
public sealed class Browser(PushService service) : IDisposable
{
    private const int SaltLength = 16, HeaderLength = SaltLength + 5, KeyLength = 65, TagLength = 16;
    private readonly ECDiffieHellman key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    public string Id { get; } = $"{Guid.NewGuid():N}";

    public string Endpoint => $"{service.Origin}/push/{Id}";

    public byte[] AuthSecret { get; } = RandomNumberGenerator.GetBytes(16);

    public byte[] PublicKey
    {
        get
        {
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            return [4, .. point.X!, .. point.Y!];
        }
    }

    public byte[] Read(byte[] body)
    {
        var (salt, theirs, content) = (body[..SaltLength], body[HeaderLength..(HeaderLength + KeyLength)], body[(HeaderLength + KeyLength)..]);
        using var sender = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = theirs[1..33], Y = theirs[33..] } });
        var secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, key.DeriveRawSecretAgreement(sender.PublicKey), 32, AuthSecret, [.. "WebPush: info\0"u8, .. PublicKey, .. theirs]);
        var text = new byte[content.Length - TagLength];
        using var cipher = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray()), TagLength);
        cipher.Decrypt(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 12, salt, "Content-Encoding: nonce\0"u8.ToArray()), content[..^TagLength], content[^TagLength..], text);
        return text[..^1]; // without the mark of the last record
    }

    public void Dispose() => key.Dispose();

    /// <summary>Whether a token is signed by a key (RFC 8292).</summary>
    public static bool IsSigned(string token, string publicKey)
    {
        var bytes = Base64Url.DecodeFromChars(publicKey);
        using var verifier = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = bytes[1..33], Y = bytes[33..] } });
        var parts = token.Split('.');
        return verifier.VerifyData(System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}

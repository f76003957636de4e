using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Handhaving.Dispatch.Waking;

/// <summary>Says to a push service who calls: a token signed with the platform's key (VAPID, RFC 8292).</summary>
public sealed class PushIdentity : IDisposable
{
    private const int PrivateKeyLength = 32;
    private static readonly TimeSpan Valid = TimeSpan.FromHours(1);
    private static readonly string Header = Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8);
    private readonly ECDsa key;
    private readonly string publicKey;
    private readonly string contact;

    /// <exception cref="InvalidOperationException">What is configured cannot be used.</exception>
    public PushIdentity(PushOptions options)
    {
        contact = options.Contact is { Length: > 0 } given ? given : throw new InvalidOperationException("Push:Contact is not configured: give a mailto: or an address of a site, for the push services.");
        key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = PrivateKeyOf(options.PrivateKey) });
        publicKey = Base64Url.EncodeToString(PushMessage.KeyOf(key.ExportParameters(includePrivateParameters: false).Q));
    }

    /// <summary>The value of the header Authorization.</summary>
    public string AuthorizationFor(Uri endpoint, DateTimeOffset now)
    {
        var claims = JsonSerializer.SerializeToUtf8Bytes(new { aud = endpoint.GetLeftPart(UriPartial.Authority), exp = (now + Valid).ToUnixTimeSeconds(), sub = contact });
        var text = $"{Header}.{Base64Url.EncodeToString(claims)}";
        var signature = key.SignData(System.Text.Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"vapid t={text}.{Base64Url.EncodeToString(signature)}, k={publicKey}";
    }

    public void Dispose() => key.Dispose();

    private static byte[] PrivateKeyOf(string? text)
    {
        var bytes = Base64Url.IsValid(text ?? "") ? Base64Url.DecodeFromChars(text) : [];
        return bytes.Length == PrivateKeyLength ? bytes : throw new InvalidOperationException("Push:PrivateKey must be 32 bytes on P-256 as base64url.");
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Handhaving.Dispatch.Waking;

/// <summary>Encrypts a message for one device, so that its push service cannot read it (RFC 8291 over RFC 8188, aes128gcm).</summary>
public static class PushMessage
{
    public const int PublicKeyLength = 65, AuthSecretLength = 16, SaltLength = 16;
    private const int RecordSize = 4096, KeyLength = 16, NonceLength = 12, TagLength = 16, SecretLength = 32;
    private const byte Uncompressed = 4, LastRecord = 2;

    /// <summary>Whether a device's keys are such as a browser makes.</summary>
    public static bool CanBeFor(Device device)
    {
        if (device.PublicKey.Length != PublicKeyLength || device.PublicKey[0] != Uncompressed || device.AuthSecret.Length != AuthSecretLength) return false;
        try
        {
            using var _ = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = PointOf(device.PublicKey) });
            return true;
        }
        catch (CryptographicException)
        {
            return false; // not on the curve
        }
    }

    public static byte[] Encrypt(Device device, byte[] text)
    {
        using var ours = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(device, text, ours, RandomNumberGenerator.GetBytes(SaltLength));
    }

    /// <param name="ours">A key of this message alone.</param>
    internal static byte[] Encrypt(Device device, byte[] text, ECDiffieHellman ours, byte[] salt)
    {
        var ourKey = KeyOf(ours.ExportParameters(includePrivateParameters: false).Q);
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = PointOf(device.PublicKey) });
        var shared = ours.DeriveRawSecretAgreement(theirs.PublicKey);
        var secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, SecretLength, device.AuthSecret, [.. "WebPush: info\0"u8, .. device.PublicKey, .. ourKey]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyLength, salt, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"));
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, NonceLength, salt, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"));
        byte[] record = [.. text, LastRecord];
        var (sealedText, tag) = (new byte[record.Length], new byte[TagLength]);
        using (var cipher = new AesGcm(key, TagLength)) cipher.Encrypt(nonce, record, sealedText, tag);
        var size = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(size, RecordSize);
        return [.. salt, .. size, PublicKeyLength, .. ourKey, .. sealedText, .. tag];
    }

    /// <summary>A point as 65 bytes.</summary>
    internal static byte[] KeyOf(ECPoint point) => [Uncompressed, .. point.X ?? [], .. point.Y ?? []];

    private static ECPoint PointOf(byte[] key) => new() { X = key[1..33], Y = key[33..] };
}

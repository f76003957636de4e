namespace Handhaving.Dispatch.Waking;

/// <summary>A browser that may be woken (Web Push).</summary>
/// <param name="Endpoint">Where its push service takes messages for it; a secret of the device.</param>
/// <param name="PublicKey">Uncompressed point on P-256, 65 bytes.</param>
/// <param name="AuthSecret">16 bytes.</param>
public sealed record Device(Uri Endpoint, byte[] PublicKey, byte[] AuthSecret);

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Handhaving.Dispatch.Waking;

namespace Handhaving.Dispatch.Tests.Waking;

/// <summary>Encryption for one device, held against the worked example of RFC 8291, appendix A.</summary>
public sealed class PushMessageTests
{
    private const string ReceiversKey = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4", Secret = "BTBZMqHH6r4Tts7J_aSIgg", Salt = "DGv6ra1nlYgDCS1FRnbzlw";

    private const string Expected =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    [Fact]
    public void It_gives_what_the_standard_gives()
    {
        using var sender = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Base64Url.DecodeFromChars(PushService.PlatformKey) });
        var device = DeviceWith(Base64Url.DecodeFromChars(ReceiversKey), Base64Url.DecodeFromChars(Secret));

        var body = PushMessage.Encrypt(device, Encoding.ASCII.GetBytes("When I grow up, I want to be a watermelon"), sender, Base64Url.DecodeFromChars(Salt));

        Assert.Equal(Expected, Base64Url.EncodeToString(body));
    }

    [Theory]
    [InlineData(64, 16)]
    [InlineData(65, 15)]
    [InlineData(0, 0)]
    public void Keys_of_another_length_are_none(int key, int secret) => Assert.False(PushMessage.CanBeFor(DeviceWith([4, .. new byte[Math.Max(0, key - 1)]], new byte[secret])));

    [Fact]
    public void A_point_that_is_not_on_the_curve_is_no_key() => Assert.False(PushMessage.CanBeFor(DeviceWith([4, .. Enumerable.Repeat((byte)1, 64)], new byte[16])));

    private static Device DeviceWith(byte[] key, byte[] secret) => new(new Uri("https://push.example.org/1"), key, secret);
}

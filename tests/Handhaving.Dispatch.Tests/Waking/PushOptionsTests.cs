using Handhaving.Dispatch.Waking;

namespace Handhaving.Dispatch.Tests.Waking;

/// <summary>An endpoint comes from a browser: nothing but the push services that are named is ever called.</summary>
public sealed class PushOptionsTests
{
    [Theory]
    [InlineData("https://fcm.googleapis.com/fcm/send/abc", true)]
    [InlineData("https://wns2-am.notify.windows.com/w/?token=abc", true)]
    [InlineData("http://fcm.googleapis.com/fcm/send/abc", false)]
    [InlineData("https://fcm.googleapis.com:8443/fcm/send/abc", false)]
    [InlineData("https://fcm.googleapis.com.example.org/abc", false)]
    [InlineData("https://fcm.googleapis.com@127.0.0.1/abc", false)]
    [InlineData("https://user@fcm.googleapis.com/abc", false)]
    [InlineData("https://notify.windows.com.example.org/abc", false)]
    [InlineData("https://127.0.0.1/abc", false)]
    [InlineData("file:///etc/passwd", false)]
    public void Only_named_services(string endpoint, bool known) => Assert.Equal(known, new PushOptions().Knows(new Uri(endpoint)));

    [Theory]
    [InlineData("yfWPiYE", "mailto:a@example.org")]
    [InlineData("not base64url!", "mailto:a@example.org")]
    [InlineData(PushService.PlatformKey, "")]
    public void What_cannot_be_used_stops_the_start(string key, string contact) => Assert.Throws<InvalidOperationException>(() => new PushIdentity(new() { PrivateKey = key, Contact = contact }));
}

using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Handhaving.Dispatch.Waking;

/// <summary>Gives a message for a device to its push service (RFC 8030).</summary>
public sealed partial class PushSender(HttpClient client, PushIdentity identity, TimeProvider clock, ILogger<PushSender> logger)
{
    /// <param name="topic">What the message is about: a later one about the same takes the place of one that waits.</param>
    /// <param name="validity">How long the push service keeps it for a device that is away.</param>
    /// <returns>False when the push service does not know the device any more.</returns>
    public async Task<bool> SendAsync(Device device, byte[] text, Guid topic, TimeSpan validity, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, device.Endpoint) { Content = new ByteArrayContent(PushMessage.Encrypt(device, text)) };
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Headers.TryAddWithoutValidation("Authorization", identity.AuthorizationFor(device.Endpoint, clock.GetUtcNow()));
        request.Headers.Add("TTL", $"{(int)Math.Ceiling(validity.TotalSeconds)}");
        request.Headers.Add("Urgency", "high");
        request.Headers.Add("Topic", $"{topic:N}");
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return false;
            if (!answer.IsSuccessStatusCode) LogRefused(device.Endpoint.Host, (int)answer.StatusCode);
        }
        catch (Exception away) when (away is HttpRequestException or CryptographicException || (away is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            LogAway(device.Endpoint.Host, away.GetType().Name);
        }
        return true;
    }

    [LoggerMessage(EventId = 2701, Level = LogLevel.Warning, Message = "Push service {Host} answered {Status}; a device was not woken")]
    private partial void LogRefused(string host, int status);

    [LoggerMessage(EventId = 2702, Level = LogLevel.Warning, Message = "Push service {Host} does not answer ({Failure}); a device was not woken")]
    private partial void LogAway(string host, string failure);
}

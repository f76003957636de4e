using System.Text;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Connections;

namespace Handhaving.Gateway.Protocols;

/// <summary>The answer to a connection that is not let in, in the form that its opening shows it can read.</summary>
/// <param name="status">Code and phrase of HTTP/1.1.</param>
/// <param name="text">Sentences for HTTP/1.1.</param>
/// <param name="alert">Number of the fatal alert for TLS (RFC 8446, 6): it has no words.</param>
/// <param name="broken">The status for gRPC.</param>
public sealed class OpeningRefusal(string status, string text, byte alert, RuleBroken broken)
{
    public async Task AnswerAsync(ConnectionContext connection, Opening opening)
    {
        var closed = connection.ConnectionClosed;
        switch (opening)
        {
            case Opening.Http1:
                await connection.Transport.Output.WriteAsync(Http1(), closed);
                break;
            case Opening.Http2:
                await new Http2Refusal(connection.Transport).AnswerAsync(broken, closed);
                break;
            case Opening.Tls:
                await connection.Transport.Output.WriteAsync((byte[])[0x15, 0x03, 0x03, 0x00, 0x02, 0x02, alert], closed);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(opening), opening, "Not an opening.");
        }
    }

    private byte[] Http1()
    {
        var body = text + "\n";
        return Encoding.UTF8.GetBytes(
            $"HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}");
    }
}

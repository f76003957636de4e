using System.Text;
using Handhaving.Gateway.Errors;
using Microsoft.AspNetCore.Connections;

namespace Handhaving.Gateway.Protocols;

/// <summary>Looks at the first bytes of a connection and tells who speaks another protocol which port to use, in a form that it can read.</summary>
public sealed class OpeningCheck(Opening expected, ListenPorts ports)
{
    private static readonly TimeSpan OpeningLimit = TimeSpan.FromSeconds(30);

    // A fatal alert protocol_version (RFC 8446, 6): the closest that TLS has to "not here".
    private static readonly byte[] TlsRefusal = [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x46];

    public ConnectionDelegate Around(ConnectionDelegate next) => async connection =>
    {
        if (await ReadAsync(connection) is not { } opening) return;
        if (opening == expected) await next(connection);
        else await RefuseAsync(connection, opening);
    };

    // The bytes stay in the pipe for who reads them next.
    private static async Task<Opening?> ReadAsync(ConnectionContext connection)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(connection.ConnectionClosed);
        limit.CancelAfter(OpeningLimit);
        var input = connection.Transport.Input;
        try
        {
            while (true)
            {
                var read = await input.ReadAsync(limit.Token);
                var opening = Openings.Of(read.Buffer);
                input.AdvanceTo(read.Buffer.Start, opening is null ? read.Buffer.End : read.Buffer.Start);
                if (opening is not null || read.IsCompleted) return opening;
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            return null; // it said nothing in time, or went away
        }
    }

    private async Task RefuseAsync(ConnectionContext connection, Opening opening)
    {
        var closed = connection.ConnectionClosed;
        switch (opening)
        {
            case Opening.Http1:
                await connection.Transport.Output.WriteAsync(Http1Refusal(), closed);
                break;
            case Opening.Http2:
                await new Http2Refusal(connection.Transport).AnswerAsync(GatewayReasons.WrongProtocol.Broken(("advice", ports.AdviceForGrpc)), closed);
                break;
            case Opening.Tls:
                await connection.Transport.Output.WriteAsync(TlsRefusal, closed);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(opening), opening, "Not an opening.");
        }
    }

    private byte[] Http1Refusal()
    {
        var speaks = expected is Opening.Tls ? "TLS" : "HTTP/2 without TLS";
        var text = $"This port speaks {speaks} only. {ports.AdviceForHttp} {ports.AdviceForGrpc}\n";
        return Encoding.ASCII.GetBytes(
            $"HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {text.Length}\r\nConnection: close\r\n\r\n{text}");
    }
}

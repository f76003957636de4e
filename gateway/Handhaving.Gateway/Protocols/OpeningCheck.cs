using Handhaving.Gateway.Errors;
using Microsoft.AspNetCore.Connections;

namespace Handhaving.Gateway.Protocols;

/// <summary>Looks at the first bytes of a connection and tells who speaks another protocol which port to use, in a form that it can read.</summary>
public sealed class OpeningCheck(Opening expected, ListenPorts ports)
{
    private const byte ProtocolVersion = 0x46; // of the alerts of TLS, the closest to "not here"
    private static readonly TimeSpan OpeningLimit = TimeSpan.FromSeconds(30);

    private readonly OpeningRefusal refusal = new(
        "400 Bad Request",
        $"This port speaks {(expected is Opening.Tls ? "TLS" : "HTTP/2 without TLS")} only. {ports.AdviceForHttp} {ports.AdviceForGrpc}",
        ProtocolVersion,
        GatewayReasons.WrongProtocol.Broken(("advice", ports.AdviceForGrpc)));

    public ConnectionDelegate Around(ConnectionDelegate next) => async connection =>
    {
        if (await Openings.ReadAsync(connection, OpeningLimit) is not { } opening) return;
        if (opening == expected) await next(connection);
        else await refusal.AnswerAsync(connection, opening);
    };
}

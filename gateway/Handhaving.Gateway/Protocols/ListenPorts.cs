using System.Net;

namespace Handhaving.Gateway.Protocols;

/// <summary>Where the gateway listens. A port that is not configured is not opened; production opens the TLS port alone.</summary>
/// <param name="Address">Address to bind; <c>*</c> is any.</param>
/// <param name="Http">HTTP/1.1 without TLS: console, gRPC-Web.</param>
/// <param name="Grpc">HTTP/2 without TLS by prior knowledge: gRPC.</param>
/// <param name="Https">TLS, HTTP/1.1 and HTTP/2 by ALPN.</param>
public sealed record ListenPorts(string Address, int? Http, int? Grpc, int? Https)
{
    public IPAddress IPAddress => Address is "*" ? IPAddress.IPv6Any : IPAddress.Parse(Address);

    public static ListenPorts From(IConfiguration configuration) =>
        new(
            configuration["Listen:Address"] ?? "*",
            configuration.GetValue<int?>("Listen:Http"),
            configuration.GetValue<int?>("Listen:Grpc"),
            configuration.GetValue<int?>("Listen:Https"));

    /// <summary>What to use for gRPC, as a sentence for developers.</summary>
    public string AdviceForGrpc => "Use " + Choices((Grpc, "HTTP/2 without TLS"), (Https, "TLS")) + " for gRPC.";

    /// <summary>What to use for HTTP/1.1, as a sentence for developers.</summary>
    public string AdviceForHttp => "Use " + Choices((Http, "HTTP/1.1 without TLS"), (Https, "TLS")) + " for the console and gRPC-Web.";

    private static string Choices(params (int? Port, string Speaks)[] choices) =>
        string.Join(" or ", choices.Where(choice => choice.Port is not null).Select(choice => $"port {choice.Port} ({choice.Speaks})"));
}

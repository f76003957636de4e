using System.Security.Authentication;
using Handhaving.Gateway.Answers;
using Handhaving.Gateway.Connections;
using Handhaving.Gateway.Limits;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Handhaving.Gateway.Protocols;

/// <summary>The ports, each with its protocol, its limits and an answer for who comes with another protocol.</summary>
public static class Listeners
{
    private const int MostOfAnAddress = 2_000;
    private static readonly TimeSpan KeepAlivePing = TimeSpan.FromSeconds(20);

    public static void AddListeners(this WebApplicationBuilder builder)
    {
        var ports = ListenPorts.From(builder.Configuration);
        builder.Services.AddSingleton(ports);
        var limit = new AddressLimit(builder.Configuration.GetValue("Listen:MaxConnectionsPerAddress", MostOfAnAddress));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            Limit(kestrel.Limits, builder.Configuration);
            if (ports.Http is { } http) kestrel.Listen(ports.IPAddress, http, options => Plain(options, HttpProtocols.Http1, Opening.Http1, ports, limit));
            if (ports.Grpc is { } grpc) kestrel.Listen(ports.IPAddress, grpc, options => Plain(options, HttpProtocols.Http2, Opening.Http2, ports, limit));
            if (ports.Https is { } https) kestrel.Listen(ports.IPAddress, https, options => Encrypted(options, ports, limit, builder));
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(9));
    }

    private static void Plain(ListenOptions options, HttpProtocols protocols, Opening expected, ListenPorts ports, AddressLimit limit)
    {
        options.Protocols = protocols;
        options.Use(limit.Around);
        options.Use(new OpeningCheck(expected, ports).Around);
        if (protocols is HttpProtocols.Http2) options.Use(WatchedOutput.Around);
    }

    private static void Encrypted(ListenOptions options, ListenPorts ports, AddressLimit limit, WebApplicationBuilder builder)
    {
        options.Protocols = HttpProtocols.Http1AndHttp2;
        options.Use(limit.Around);
        options.Use(new OpeningCheck(Opening.Tls, ports).Around);
        options.UseHttps(ServerCertificate.From(builder.Configuration, builder.Environment), https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
        options.Use(WatchedOutput.Around);
    }

    private static void Limit(KestrelServerLimits limits, IConfiguration configuration)
    {
        limits.MaxConcurrentConnections = configuration.GetValue("Listen:MaxConcurrentConnections", 10_000);
        // Four times what HeaderSize lets through: beyond that the server refuses by itself, with a bare 431 or the end of the connection, which a gRPC client cannot read.
        // No more than that: it is held before anybody is known, and a compressed header list takes a few bytes on the wire.
        limits.MaxRequestHeadersTotalSize = 4 * HeaderSize.MostBytes;
        limits.MaxRequestHeaderCount = 4 * HeaderSize.MostHeaders;
        limits.Http2.MaxRequestHeaderFieldSize = limits.MaxRequestHeadersTotalSize;
        // Well above the largest message: over HTTP/1.1 the rest of a refused body is read and thrown away, else the reset overtakes the answer.
        limits.MaxRequestBodySize = 4 * 1024 * 1024;
        limits.Http2.MaxStreamsPerConnection = 100;
        limits.Http2.KeepAlivePingDelay = KeepAlivePing;
        limits.Http2.KeepAlivePingTimeout = KeepAlivePing;
        // A slow call would end the whole connection, with all other calls on it; deadlines bound how long one may take.
        limits.MinRequestBodyDataRate = null;
        // A stream is quiet for long and a reader may be slow: heartbeats and RESYNC judge that, not a number of bytes a second. What is complete has to be taken in time (AnswerLimit).
        limits.MinResponseDataRate = null;
    }
}

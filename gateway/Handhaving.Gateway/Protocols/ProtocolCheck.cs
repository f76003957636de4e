using Handhaving.Gateway.Contracts;
using Handhaving.Gateway.Errors;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Gateway.Protocols;

/// <summary>Marks gRPC calls for all that comes after, and tells who speaks something else on a gRPC path what to speak and where.</summary>
public sealed class ProtocolCheck(RequestDelegate next, ContractCatalog catalog, ListenPorts ports)
{
    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var dialect = GrpcDialects.Of(context.Request.ContentType);
        if (catalog.IsBelowService(path) && !HttpMethods.IsPost(context.Request.Method) && !HttpMethods.IsOptions(context.Request.Method)) return RefuseMethodAsync(context);
        if (dialect is GrpcDialect.None)
            return catalog.IsBelowService(path) && !HttpMethods.IsOptions(context.Request.Method)
                ? TextAsync(context, StatusCodes.Status415UnsupportedMediaType,
                    $"This path speaks gRPC (application/grpc) and gRPC-Web (application/grpc-web, application/grpc-web-text), not the Connect protocol or JSON. {ports.AdviceForGrpc} {ports.AdviceForHttp}")
                : next(context);
        if (dialect is GrpcDialect.Native && !HttpProtocol.IsHttp2(context.Request.Protocol))
            return RefuseDowngradedAsync(context);

        context.Features.Set(new GrpcCall(dialect, catalog.Find(path)));
        return next(context);
    }

    private static Task RefuseMethodAsync(HttpContext context)
    {
        context.Response.Headers.Allow = HttpMethods.Post;
        return TextAsync(context, StatusCodes.Status405MethodNotAllowed, "This path is a method of gRPC: it takes POST alone.");
    }

    // A proxy or client turned HTTP/2 into HTTP/1.1: a gRPC client reads the headers, a person the text.
    private Task RefuseDowngradedAsync(HttpContext context)
    {
        var broken = GatewayReasons.WrongProtocol.Broken(("advice", ports.AdviceForGrpc));
        foreach (var (name, value) in GrpcTrailers.Of(ErrorTable.For(broken))) context.Response.Headers[name] = value;
        return TextAsync(context, StatusCodes.Status505HttpVersionNotsupported, $"gRPC needs HTTP/2, and this request came over {context.Request.Protocol}. {ports.AdviceForGrpc}");
    }

    private static Task TextAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text + "\n", context.RequestAborted);
    }
}

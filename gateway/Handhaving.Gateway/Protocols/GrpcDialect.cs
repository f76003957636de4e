namespace Handhaving.Gateway.Protocols;

/// <summary>The ways to speak gRPC, by content type.</summary>
public enum GrpcDialect
{
    /// <summary>Not gRPC.</summary>
    None,

    /// <summary>gRPC over HTTP/2: <c>application/grpc</c>, with or without <c>+proto</c>.</summary>
    Native,

    /// <summary>gRPC-Web with binary bodies.</summary>
    Web,

    /// <summary>gRPC-Web with base64 bodies.</summary>
    WebText,
}

/// <summary>Reads the dialect from a content type.</summary>
public static class GrpcDialects
{
    public const string MediaType = "application/grpc";

    public static GrpcDialect Of(string? contentType)
    {
        if (contentType is null || !contentType.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase)) return GrpcDialect.None;
        var rest = contentType.AsSpan(MediaType.Length);
        return true switch
        {
            _ when rest.StartsWith("-web-text", StringComparison.OrdinalIgnoreCase) => GrpcDialect.WebText,
            _ when rest.StartsWith("-web", StringComparison.OrdinalIgnoreCase) => GrpcDialect.Web,
            _ when rest.IsEmpty || rest[0] is '+' or ';' => GrpcDialect.Native,
            _ => GrpcDialect.None,
        };
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Handhaving.Gateway.WebConsole;

/// <summary>One file of the web console in memory, as it is and as it was compressed when it was built.</summary>
public sealed class ConsoleFile
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    private readonly byte[] plain;
    private readonly byte[]? brotli;
    private readonly byte[]? gzip;

    private ConsoleFile(byte[] plain, byte[]? brotli, byte[]? gzip, string contentType) =>
        (this.plain, this.brotli, this.gzip, ContentType, ETag) = (plain, brotli, gzip, contentType, $"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12))}\"");

    public string ContentType { get; }

    public string ETag { get; }

    public static ConsoleFile Read(string path) => new(File.ReadAllBytes(path), ReadIfThere(path + ".br"), ReadIfThere(path + ".gz"), TypeOf(path));

    /// <summary>The smallest form that the caller can read, and its name in Content-Encoding.</summary>
    public (byte[] Content, string? Encoding) For(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(one => one.Quality is not 0).Select(one => one.Value.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (brotli, gzip) switch
        {
            ({ } small, _) when accepted.Contains("br") => (small, "br"),
            (_, { } small) when accepted.Contains("gzip") => (small, "gzip"),
            _ => (plain, null),
        };
    }

    private static byte[]? ReadIfThere(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    private static string TypeOf(string path) =>
        Types.TryGetContentType(path, out var type) ? (type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type) : "application/octet-stream";
}

using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using Handhaving.Gateway.Protocols;

namespace Handhaving.Gateway.Limits;

/// <summary>Looks at the header of the first message, one byte of flags and four of length, and leaves it in the body.</summary>
public static class FirstFrame
{
    private const int HeaderBytes = 5;
    private const int HeaderBase64 = 8;

    /// <summary>Length that the first message states, in bytes; 0 for a body too short to state one, which the service judges.</summary>
    public static async Task<uint> LengthAsync(HttpContext context, GrpcDialect dialect)
    {
        var needed = dialect is GrpcDialect.WebText ? HeaderBase64 : HeaderBytes;
        var body = context.Request.BodyReader;
        var read = await body.ReadAtLeastAsync(needed, context.RequestAborted);
        var length = read.Buffer.Length < needed ? 0 : Read(read.Buffer.Slice(0, needed).ToArray(), dialect);
        body.AdvanceTo(read.Buffer.Start);
        return length;
    }

    private static uint Read(byte[] start, GrpcDialect dialect)
    {
        var header = start.AsSpan();
        if (dialect is GrpcDialect.WebText && Base64.DecodeFromUtf8InPlace(header, out _) is not OperationStatus.Done) return 0;
        return BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
    }
}

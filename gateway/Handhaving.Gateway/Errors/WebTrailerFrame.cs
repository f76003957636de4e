using System.Buffers.Binary;
using System.Text;
using Handhaving.Gateway.Protocols;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Gateway.Errors;

/// <summary>The last frame of a gRPC-Web body: trailers as text, marked by the highest bit of the first byte.</summary>
public static class WebTrailerFrame
{
    private const byte TrailerMark = 0x80;
    private const int FrameHeaderBytes = 5;

    public static byte[] Of(Google.Rpc.Status status, GrpcDialect dialect)
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(GrpcTrailers.Of(status).Select(trailer => $"{trailer.Name}: {trailer.Value}\r\n")));
        var frame = new byte[FrameHeaderBytes + text.Length];
        frame[0] = TrailerMark;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), text.Length);
        text.CopyTo(frame, FrameHeaderBytes);
        return dialect is GrpcDialect.WebText ? Encoding.ASCII.GetBytes(Convert.ToBase64String(frame)) : frame;
    }
}

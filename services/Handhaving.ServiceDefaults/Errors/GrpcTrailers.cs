using System.Globalization;
using System.Text;
using Google.Protobuf;

namespace Handhaving.ServiceDefaults.Errors;

/// <summary>A google.rpc.Status as the three pairs that end a gRPC call.</summary>
public static class GrpcTrailers
{
    public static (string Name, string Value)[] Of(Google.Rpc.Status status) =>
    [
        ("grpc-status", status.Code.ToString(CultureInfo.InvariantCulture)),
        ("grpc-message", PercentEncoded(status.Message)),
        ("grpc-status-details-bin", Convert.ToBase64String(status.ToByteArray()).TrimEnd('=')),
    ];

    // "Percent-Encoded" of gRPC over HTTP/2: only what is no printable ASCII, and the sign itself. Some clients leave the escape of a reserved character as it is.
    private static string PercentEncoded(string message)
    {
        var encoded = new StringBuilder(message.Length);
        foreach (var one in Encoding.UTF8.GetBytes(message))
            if (one is >= (byte)' ' and <= (byte)'~' and not (byte)'%') encoded.Append((char)one);
            else encoded.Append(CultureInfo.InvariantCulture, $"%{one:X2}");
        return encoded.ToString();
    }
}

using System.Globalization;
using Google.Protobuf;

namespace Handhaving.Gateway.Errors;

/// <summary>A google.rpc.Status as the three pairs that end a gRPC call.</summary>
public static class GrpcTrailers
{
    public static (string Name, string Value)[] Of(Google.Rpc.Status status) =>
    [
        ("grpc-status", status.Code.ToString(CultureInfo.InvariantCulture)),
        ("grpc-message", Uri.EscapeDataString(status.Message)),
        ("grpc-status-details-bin", Convert.ToBase64String(status.ToByteArray()).TrimEnd('=')),
    ];
}

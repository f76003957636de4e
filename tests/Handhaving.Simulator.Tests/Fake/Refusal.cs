using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Handhaving.Simulator.Fake;

/// <summary>Errors in the shape of the contract: status, `ErrorInfo` and a Dutch `LocalizedMessage`.</summary>
public static class Refusal
{
    /// <summary>An error with its reason.</summary>
    public static RpcException Of(StatusCode code, string reason, string dutch = "Dat kan nu niet.") => new Google.Rpc.Status
    {
        Code = (int)code,
        Message = reason,
        Details =
        {
            Any.Pack(new ErrorInfo { Reason = reason, Domain = "handhaving" }),
            Any.Pack(new LocalizedMessage { Locale = "nl", Message = dutch }),
        },
    }.ToRpcException();
}

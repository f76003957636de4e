using Google.Rpc;
using Grpc.Core;

namespace Handhaving.Simulator.Wire;

/// <summary>The platform said a definite no.</summary>
public sealed class RefusedException(string rpc, StatusCode code, string reason, RpcException inner) : Exception($"{rpc}: {code} {reason}{inner.Fields()}", inner)
{
    /// <summary>Status of the refusal.</summary>
    public StatusCode Code => code;

    /// <summary>Reason from `ErrorInfo`, or the status when there is none.</summary>
    public string Reason => reason;
}

/// <summary>No definite answer came, however often the call was repeated.</summary>
public sealed class UnansweredException(string rpc, Exception? inner) : Exception($"{rpc}: no answer", inner);

/// <summary>Reads what an error of the platform asks of its caller.</summary>
public static class Faults
{
    /// <summary>Reason from `ErrorInfo`, or the status code when the error carries none.</summary>
    public static string Reason(this RpcException fault) =>
        fault.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason is { Length: > 0 } reason ? reason : fault.StatusCode.ToString();

    /// <summary>The fields that the platform found wrong, as text behind a reason.</summary>
    public static string Fields(this RpcException fault) =>
        string.Concat(fault.GetRpcStatus()?.GetDetail<BadRequest>()?.FieldViolations.Select(violation => $" {violation.Field}: {violation.Description}") ?? []);

    /// <summary>How long the platform asks to wait before the same call, or null.</summary>
    public static TimeSpan? RetryDelay(this RpcException fault) =>
        fault.GetRpcStatus()?.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan();

    /// <summary>True when the call may have taken effect, so that only repeating it with the same request_id tells.</summary>
    public static bool LeavesDoubt(this RpcException fault) => fault.StatusCode
        is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled or StatusCode.Internal or StatusCode.Unknown;

    /// <summary>True when the platform did nothing and asks to come back: the first call of this request_id still runs, or a limit.</summary>
    public static bool AsksToWait(this RpcException fault) =>
        fault.StatusCode is StatusCode.Aborted or StatusCode.ResourceExhausted && fault.RetryDelay() is not null;
}

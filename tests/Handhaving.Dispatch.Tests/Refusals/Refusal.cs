using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>A call that must be refused, and how.</summary>
/// <param name="What">For the message of a failed test.</param>
/// <param name="Field">The one field that must be named as wrong, with the reason; null = no field is to blame.</param>
public sealed record Refusal(string What, byte[] Request, CallOptions Options, Rule Rule, (string Path, string Reason)? Field = null)
{
    public static Refusal Of(string what, IMessage request, CallOptions options, Rule rule, (string, string)? field = null) => new(what, request.ToByteArray(), options, rule, field);

    /// <summary>All fields that must be named, when they are known.</summary>
    public IReadOnlySet<string>? AllFields { get; init; }

    /// <summary>True: any reason of the rule's status will do.</summary>
    public bool IsAnyReason { get; init; }

    /// <returns>What is wrong with how it was refused; null when all is as the contract says.</returns>
    public async Task<string?> ProblemAsync(Rpc rpc, CallInvoker invoker)
    {
        try
        {
            return $"{What}: answered with {await rpc.CallAsync(invoker, Request, Options)}";
        }
        catch (RpcException refused)
        {
            return Problem(refused) is { } problem ? $"{What}: {problem}; status {refused.Status}; {refused.GetRpcStatus()}" : null;
        }
    }

    private string? Problem(RpcException refused)
    {
        if (Contract.ProblemOf(refused) is { } problem) return problem;
        var status = refused.GetRpcStatus();
        if (IsAnyReason ? status?.Code != (int)ErrorTable.CodeOf(Rule.Outcome) : status?.GetDetail<ErrorInfo>()?.Reason != Rule.Reason) return $"not {Rule.Reason}";
        var violations = status?.GetDetail<BadRequest>()?.FieldViolations ?? [];
        if (AllFields is { } all && !all.SetEquals(violations.Select(violation => violation.Field))) return $"not just {string.Join(", ", all)} are named";
        if (Field is not { } field) return null;
        if (!violations.Any(violation => violation.Field == field.Path && violation.Reason == field.Reason)) return $"{field.Path} is not named as {field.Reason}";
        return violations.FirstOrDefault(violation => !violation.Field.StartsWith(field.Path, StringComparison.Ordinal)) is { } other ? $"{other.Field} is named too" : null;
    }
}

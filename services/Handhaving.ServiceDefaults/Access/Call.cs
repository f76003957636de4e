using Grpc.Core;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>One call as the rest of the code sees it: who, by which rule, on whose data.</summary>
/// <param name="Tenant">Tenant that the request names; null when it names all the caller may read, or names one in each message of a stream.</param>
/// <param name="Operation">The rpc, for example <c>handhaving.dispatch.v1.AssignmentService/AssignUnit</c>.</param>
/// <param name="Role">The role that allowed it.</param>
/// <param name="Reason">Why the data is consulted, where the law wants to know (Wpg 32a).</param>
public sealed record Call(Caller Caller, MethodRule Rule, TenantId? Tenant, string Operation, string Role, string TraceId, string Origin, string? Reason)
{
    /// <summary>Tenant of a call that names exactly one.</summary>
    public TenantId Owner => Tenant ?? throw new InvalidOperationException($"{Operation} names no tenant.");
}

/// <summary>The call that a door serves, put there by the access interceptor.</summary>
public static class CallOfContext
{
    private static readonly object Key = new();

    public static Call Call(this ServerCallContext context) =>
        context.UserState.TryGetValue(Key, out var call) ? (Call)call : throw new InvalidOperationException("The access interceptor did not run.");

    internal static void Set(ServerCallContext context, Call call) => context.UserState[Key] = call;
}

using Grpc.Core;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>One call as the rest of the code sees it: who, by which rule, on whose data.</summary>
/// <param name="Tenant">Tenant that the request names; null when it names all the caller may read, or names one in each message of a stream.</param>
/// <param name="Operation">The rpc, for example <c>handhaving.dispatch.v1.AssignmentService/AssignUnit</c>.</param>
/// <param name="Role">The role that allowed it.</param>
/// <param name="Origin">From where it came, as gRPC writes it: <c>ipv4:203.0.113.7:50123</c> (<see cref="Identity.CallerAddress"/>).</param>
/// <param name="Reason">Why the data is consulted, where the law wants to know (Wpg 32a).</param>
public sealed record Call(Caller Caller, MethodRule Rule, TenantId? Tenant, string Operation, string Role, string TraceId, string Origin, string? Reason)
{
    /// <summary>The role that allowed it does so for what the caller's own task is about and no more.</summary>
    public bool TaskOnly { get; init; }

    /// <summary>The tenant named is neither the caller's own nor shared with it: the call may touch there what the caller's task is about.</summary>
    public bool ByTask { get; init; }

    /// <summary>Restricted records that the call may read.</summary>
    public RestrictedReach Restricted { get; init; }

    /// <summary>What it names that is restricted and not for its caller: answered as what does not exist, and written down as refused. Null for nothing.</summary>
    public string? Hidden { get; init; }

    /// <summary>The tenant in whose chain stands that something was asked and nothing found: the named one, else the caller's first; null for a caller without any.</summary>
    public TenantId? AskedTenant => Tenant ?? (Caller.Tenants.Count > 0 ? Caller.FirstTenant : null);

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

namespace Handhaving.ServiceDefaults.Access;

/// <summary>Services of gRPC itself: no tenant, no audit, no login.</summary>
internal static class BuiltIn
{
    public static bool Covers(string method) =>
        method.StartsWith("/grpc.health.v1.Health/", StringComparison.Ordinal) || method.StartsWith("/grpc.reflection.", StringComparison.Ordinal);
}

using System.Reflection;
using Handhaving.Capacity;
using Handhaving.Dispatch;
using Handhaving.Gateway.Errors;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Contracts.Tests.Reasons;

/// <summary>The rules of the platform, the services and the gateway, each with the field that holds it.</summary>
internal static class ProductRules
{
    public static IReadOnlyList<(string Where, Rule Rule)> All { get; } =
    [
        .. new[] { typeof(Rule), typeof(DispatchContract), typeof(CapacityContract), typeof(GatewayReasons) }.SelectMany(type => type.Assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Rule))
            .Select(field => ($"{field.DeclaringType?.FullName}.{field.Name}", (Rule)(field.GetValue(null) ?? throw new InvalidOperationException($"{field.Name} is null.")))),
    ];
}

using Google.Protobuf.Reflection;
using Handhaving.Access.V1;

namespace Handhaving.Contracts.Tests.Wire;

/// <summary>The contract as it is compiled into the product.</summary>
internal static class Contract
{
    public static IReadOnlyList<FileDescriptor> Files { get; } =
    [
        .. typeof(MethodAccess).Assembly.GetTypes()
            .Where(type => type.IsAbstract && type.IsSealed && type.Name.EndsWith("Reflection", StringComparison.Ordinal))
            .Select(type => type.GetProperty("Descriptor")?.GetValue(null)).OfType<FileDescriptor>()
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    public static IEnumerable<MethodDescriptor> Methods => Files.SelectMany(file => file.Services).SelectMany(service => service.Methods);

    public static MethodDescriptor? Find(string rpc) => Methods.SingleOrDefault(method => NameOf(method) == rpc);

    /// <summary>Package, service and rpc as a client's call names them.</summary>
    public static string NameOf(MethodDescriptor method) => $"{method.Service.FullName}/{method.Name}";
}

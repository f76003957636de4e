using System.Collections.Frozen;
using System.Reflection;
using Google.Protobuf.Reflection;
using Handhaving.Access.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace Handhaving.Gateway.Contracts;

/// <summary>What the platform's contracts hold, read from the descriptors compiled into Handhaving.Protos: a new package needs no line here.</summary>
public sealed class ContractCatalog
{
    // No contract imports them, and no error can be read without: it comes as google.rpc.Status in a trailer.
    private static readonly FileDescriptor[] ErrorFiles = [Google.Rpc.StatusReflection.Descriptor, Google.Rpc.ErrorDetailsReflection.Descriptor];

    private readonly FrozenDictionary<string, GrpcMethod> methods;
    private readonly FrozenSet<string> services;

    public ContractCatalog()
    {
        Files = WithImports([.. OwnFiles(), .. ErrorFiles]);
        Services = [.. Files.SelectMany(file => file.Services).OrderBy(service => service.FullName, StringComparer.Ordinal)];
        Clusters = [.. Services.Select(ClusterOf).Distinct()];
        services = Services.Select(service => service.FullName).ToFrozenSet();
        methods = Services.SelectMany(service => service.Methods).Select(FromDescriptor).ToFrozenDictionary(method => method.Path);
    }

    /// <summary>Ours, those of the errors, and all they import, each after what it imports itself.</summary>
    public IReadOnlyList<FileDescriptor> Files { get; }

    public IReadOnlyList<ServiceDescriptor> Services { get; }

    public IReadOnlyList<string> Clusters { get; }

    public GrpcMethod? Find(string path) => methods.GetValueOrDefault(path);

    /// <summary>True when the path lies below a service of the contracts, whether the method exists or not.</summary>
    public bool IsBelowService(string path) =>
        path.LastIndexOf('/') is > 0 and var end && services.Contains(path[1..end]);

    /// <summary><c>handhaving.dispatch.v1</c> is served by <c>dispatch</c>.</summary>
    public static string ClusterOf(ServiceDescriptor service) => service.File.Package.Split('.')[1];

    private static GrpcMethod FromDescriptor(MethodDescriptor method) =>
        new($"/{method.Service.FullName}/{method.Name}", ClusterOf(method.Service), method.IsClientStreaming, method.IsServerStreaming);

    private static IEnumerable<FileDescriptor> OwnFiles() => typeof(AccessReflection).Assembly.GetTypes()
        .Where(type => type.Name.EndsWith("Reflection", StringComparison.Ordinal))
        .Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null))
        .OfType<FileDescriptor>()
        .OrderBy(file => file.Name, StringComparer.Ordinal);

    private static List<FileDescriptor> WithImports(IEnumerable<FileDescriptor> own)
    {
        var ordered = new List<FileDescriptor>();
        var seen = new HashSet<string>();
        foreach (var file in own) Visit(file);
        return ordered;

        void Visit(FileDescriptor file)
        {
            if (!seen.Add(file.Name)) return;
            foreach (var imported in file.Dependencies) Visit(imported);
            ordered.Add(file);
        }
    }
}

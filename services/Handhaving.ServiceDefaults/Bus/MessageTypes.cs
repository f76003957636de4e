using System.Reflection;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>The facts that may be published, by full name.</summary>
public sealed class MessageTypes(Assembly events)
{
    private readonly Dictionary<string, Type> types = events.GetExportedTypes().Where(type => type is { IsClass: true, Namespace: not null }).ToDictionary(type => type.FullName ?? type.Name);

    public IEnumerable<Type> All => types.Values;

    public Type Find(string name) => types.TryGetValue(name, out var type) ? type : throw new InvalidOperationException($"{name} is not a fact of {events.GetName().Name}.");
}

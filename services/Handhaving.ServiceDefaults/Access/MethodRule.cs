using Google.Protobuf;
using Google.Protobuf.Reflection;
using Handhaving.Access.V1;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>The access rule of one rpc, read from the contract.</summary>
public sealed class MethodRule
{
    private readonly IReadOnlyList<FieldDescriptor> tenantPath;

    public MethodRule(MethodDescriptor method, MethodAccess access)
    {
        Method = $"/{method.Service.FullName}/{method.Name}";
        Access = access;
        tenantPath = Path(method.InputType, access.TenantField);
    }

    /// <summary>Path of the rpc, with the leading slash.</summary>
    public string Method { get; }

    public MethodAccess Access { get; }

    public bool IsSystem => Access.Tenant is TenantRule.System;

    /// <summary>Tenant that a request names; null when its name has another form than the contract's.</summary>
    public TenantId? TenantOf(IMessage request)
    {
        object? value = request;
        foreach (var field in tenantPath)
        {
            if (value is not IMessage message) return null;
            value = field.Accessor.GetValue(message);
        }
        return value is string name ? TenantId.OfName(name) : null;
    }

    private static List<FieldDescriptor> Path(MessageDescriptor message, string path)
    {
        List<FieldDescriptor> fields = [];
        foreach (var name in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var field = message.FindFieldByName(name) ?? throw new InvalidOperationException($"{message.FullName} has no field {name}.");
            fields.Add(field);
            if (field.FieldType is FieldType.Message) message = field.MessageType;
        }
        return fields;
    }
}

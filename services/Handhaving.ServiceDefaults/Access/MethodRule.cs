using Google.Protobuf;
using Google.Protobuf.Reflection;
using Handhaving.Access.V1;
using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>The access rule of one rpc, read from the contract.</summary>
public sealed class MethodRule
{
    private readonly IReadOnlyList<FieldDescriptor> tenantPath, texts;

    public MethodRule(MethodDescriptor method, MethodAccess access)
    {
        Method = $"/{method.Service.FullName}/{method.Name}";
        Access = access;
        tenantPath = Path(method.InputType, access.TenantField);
        texts = [.. method.InputType.Fields.InFieldNumberOrder().Where(field => field.FieldType is FieldType.String && !field.IsRepeated)];
    }

    /// <summary>Path of the rpc, with the leading slash.</summary>
    public string Method { get; }

    public MethodAccess Access { get; }

    /// <summary>Whether a request may name all tenants that its caller may read: the form of the contract's tenant field says so.</summary>
    public bool TakesAll => TakesGrants && tenantPath[^1].GetOptions()?.GetExtension(AccessExtensions.Rule) is { } rule && FieldRules.HasForm(rule, $"municipalities/{TenantId.Wildcard}");

    /// <summary>Whether a live grant lets call.</summary>
    public bool TakesGrants => Access.Tenant is TenantRule.OwnOrGrant or TenantRule.OwnGrantOrTask;

    /// <summary>Whether a task on exactly the object named lets call.</summary>
    public bool TakesTasks => Access.Tenant is TenantRule.OwnGrantOrTask;

    public bool IsSystem => Access.Tenant is TenantRule.System;

    /// <summary>Tenant that a request names; null when its name has another form than the contract's.</summary>
    public TenantId? TenantOf(IMessage request) => NameOf(request) is { } name ? TenantId.OfName(name) : null;

    /// <summary>The name from which the tenant is read.</summary>
    public string? NameOf(IMessage request)
    {
        object? value = request;
        foreach (var field in tenantPath)
        {
            if (value is not IMessage message) return null;
            value = field.Accessor.GetValue(message);
        }
        return value as string;
    }

    /// <summary>All names in a request that tell whose the named is; the first is the one from which the tenant is read.</summary>
    public IReadOnlyList<string> NamesOf(IMessage request)
    {
        var beside = texts.Select(field => (string)field.Accessor.GetValue(request));
        return NameOf(request) is { } first ? [.. beside.Where(text => TenantId.OfName(text) is not null).Prepend(first).Distinct()] : [];
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

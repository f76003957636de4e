using Google.Protobuf.Reflection;
using Handhaving.Access.V1;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>The rules of all rpcs of a service. What the contract leaves open stops the service from starting.</summary>
public sealed class MethodRules
{
    // What watches over the platform itself touches nobody's data; all else leaves a line.
    private const string HealthActivity = "health";
    private readonly Dictionary<string, MethodRule> rules;

    private MethodRules(Dictionary<string, MethodRule> rules) => this.rules = rules;

    public IEnumerable<MethodRule> All => rules.Values;

    /// <exception cref="InvalidOperationException">An rpc misses a part of its access option, or its permission is held by no role; all are named.</exception>
    public static MethodRules From(IEnumerable<ServiceDescriptor> services, RolePermissions permissions)
    {
        Dictionary<string, MethodRule> rules = [];
        List<string> problems = [];
        foreach (var method in services.SelectMany(service => service.Methods))
        {
            var access = method.GetOptions()?.GetExtension(AccessExtensions.Access);
            var open = Problems(method, access, permissions).ToList();
            problems.AddRange(open.Select(problem => $"{method.FullName}: {problem}"));
            if (access is not null && open.Count == 0) rules[$"/{method.Service.FullName}/{method.Name}"] = new MethodRule(method, access);
        }
        if (problems.Count > 0) throw new InvalidOperationException("The contract leaves access open:" + Environment.NewLine + string.Join(Environment.NewLine, problems));
        return new MethodRules(rules);
    }

    public MethodRule? Find(string method) => rules.GetValueOrDefault(method);

    private static IEnumerable<string> Problems(MethodDescriptor method, MethodAccess? access, RolePermissions permissions)
    {
        if (access is null)
        {
            yield return "no access option";
            yield break;
        }
        if (access.Permission.Length == 0) yield return "no permission";
        else if (!permissions.Knows(access.Permission)) yield return $"permission {access.Permission} is held by no role";
        if (access.TaskPermission.Length > 0 && !permissions.Knows(access.TaskPermission)) yield return $"task permission {access.TaskPermission} is held by no role";
        if (!Enum.IsDefined(access.Tenant) || access.Tenant is TenantRule.Unspecified) yield return "no tenant rule";
        if (!Enum.IsDefined(access.Audit) || access.Audit is AuditVerb.Unspecified || access.Audit is AuditVerb.None && access.ProcessingActivity != HealthActivity) yield return "no audit verb";
        if (access.TenantField.Length > 0 ? !Exists(method.InputType, access.TenantField) : access.Tenant is not TenantRule.System)
            yield return access.TenantField.Length > 0 ? $"tenant field {access.TenantField} does not exist" : "no tenant field";
    }

    private static bool Exists(MessageDescriptor message, string path)
    {
        MessageDescriptor? inside = message;
        foreach (var name in path.Split('.'))
        {
            if (inside?.FindFieldByName(name) is not { } field) return false;
            inside = field.FieldType is FieldType.Message ? field.MessageType : null;
        }
        return true;
    }
}

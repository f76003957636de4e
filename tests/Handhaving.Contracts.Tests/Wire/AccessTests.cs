using Google.Protobuf.Reflection;
using Handhaving.Access.V1;
using Xunit;

namespace Handhaving.Contracts.Tests.Wire;

public sealed class AccessTests
{
    [Fact]
    public void Every_rpc_says_who_may_call_it() =>
        Assert.Empty(Contract.Methods.Where(method => method.GetOptions()?.HasExtension(AccessExtensions.Access) is not true).Select(Contract.NameOf));

    [Fact]
    public void A_widened_access_rule_shows_as_a_diff() =>
        Snapshot.Verify("access.txt", string.Concat(Contract.Methods.Select(Line).Order(StringComparer.Ordinal)));

    [Fact]
    public void Every_list_has_a_ceiling_of_rows() =>
        Assert.Empty(Contract.Methods.Where(IsPaged).Where(method => AccessOf(method).MaxRows is 0).Select(Contract.NameOf));

    [Fact]
    public void Every_rpc_that_changes_something_carries_a_request_id_or_a_batch_that_may_come_twice() =>
        Assert.Empty(Contract.Methods.Where(method => AccessOf(method).Audit is AuditVerb.Change or AuditVerb.Collect or AuditVerb.Destroy)
            .Where(method => method.InputType.FindFieldByName("request_id") is null && method.InputType.FindFieldByName("fixes") is null).Select(Contract.NameOf));

    private static bool IsPaged(MethodDescriptor method) => method.InputType.FindFieldByName("page_token") is not null;

    private static MethodAccess AccessOf(MethodDescriptor method) => method.GetOptions().GetExtension(AccessExtensions.Access);

    private static string Line(MethodDescriptor method)
    {
        var access = AccessOf(method);
        var extras = $"{(access.ReasonRequired ? " reason required" : "")}{(access.MaxRows > 0 ? $" rows<={access.MaxRows}" : "")}";
        return $"{Contract.NameOf(method)}: {access.Permission}{(access.TaskPermission.Length > 0 ? $" or for a task {access.TaskPermission}" : "")}, tenant {access.Tenant} in {access.TenantField}, audit {access.Audit} of {access.ObjectType}, "
            + $"{string.Join('+', access.Regimes)} {access.ProcessingActivity}, emergency access {access.BreakGlass}{extras}\n";
    }
}

using Handhaving.Access.V1;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>The contract says of each rpc how it stands in the audit: there it stands.</summary>
[Collection(Matrix.Name)]
public sealed class AuditVerbTests(QuietRegion region)
{
    public static TheoryData<string> Audited => Rpc.Names(rpc => rpc.Access.Audit is not AuditVerb.None);

    [Fact]
    public void An_rpc_says_what_it_leaves_in_the_audit() => Assert.DoesNotContain(Rpc.All, rpc => rpc.Access.Audit is AuditVerb.Unspecified);

    [Theory, MemberData(nameof(Audited))]
    public async Task A_call_that_is_answered_leaves_a_line_with_the_verb_of_the_contract(string name)
    {
        var (rpc, request) = (Rpc.Named(name), await region.FreshSampleAsync(Rpc.Named(name)));
        if (request is V1.ListEntriesRequest { Export: not null } lines) lines.Export = null; // of a file the platform writes a verb of its own
        var before = await region.LinesAsync(rpc);

        await region.CallAsync(rpc, request, region.CallerOf(rpc));

        await Work.EventuallyAsync(async () => await region.LinesAsync(rpc) > before);
    }
}

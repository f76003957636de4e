using Grpc.Core;
using Handhaving.Access.V1;
using Handhaving.Dispatch.V1;

namespace Handhaving.EndToEnd.Tests;

/// <summary>The audit says from where somebody called, as the gateway saw it.</summary>
public sealed class OriginTests(Platform platform)
{
    [Fact]
    public async Task What_a_caller_says_of_its_address_is_not_believed()
    {
        var audit = new AuditService.AuditServiceClient(await platform.AsAsync("auditor-wm"));
        var claim = Job.Call.WithHeaders(new Metadata { { "x-forwarded-for", "203.0.113.7" }, { "x-reason", "OriginTests" } });
        await audit.VerifyAsync(new() { Parent = "municipalities/1883" }, claim);

        List<AuditEntry> entries = [];
        ListEntriesResponse page = new();
        do
        {
            page = await audit.ListEntriesAsync(new() { Parent = "municipalities/1883", PageSize = 1000, PageToken = page.NextPageToken }, Job.Call);
            entries.AddRange(page.Entries);
        } while (page.NextPageToken.Length > 0);

        Assert.Matches("^ipv4:127\\.0\\.0\\.1:[1-9]", Assert.Single(entries, entry => entry.Reason == "OriginTests").Origin);
    }
}

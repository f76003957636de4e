using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Tenancy;
using Npgsql;

namespace Handhaving.Dispatch.Tests.Operations;

/// <summary>A chain that grew for years is verified part by part, each within a call's deadline (R13).</summary>
public sealed class LongAuditTests(DispatchRegion region)
{
    [Fact]
    public async Task A_long_chain_says_how_far_it_is_verified_and_is_intact_only_at_its_end()
    {
        var (auditor, chain) = await ChainAsync("9001", lines: 50_500);

        var first = (await auditor.Audit.VerifyAsync(new() { Parent = chain }, auditor.Call)).Verification;
        var rest = await AfterAsync(auditor, first);
        var since = await AfterAsync(auditor, rest); // what the two calls before it left

        Assert.Equal((50_000L, false, 0L, "UNFINISHED", 50_000L, 50_001L), (first.EntryCount, first.Intact, first.BrokenSequence, first.Problem, first.VerifiedSequence, first.NextSequence));
        Assert.Equal((501L, true, "", 50_501L, 0L), (rest.EntryCount, rest.Intact, rest.Problem, rest.VerifiedSequence, rest.NextSequence));
        Assert.Equal((1L, true, 50_502L), (since.EntryCount, since.Intact, since.VerifiedSequence));
    }

    [Fact]
    public async Task A_line_changed_or_written_anew_after_a_known_one_is_named()
    {
        var (auditor, chain) = await ChainAsync("9002", lines: 1_200);
        var known = (await auditor.Audit.VerifyAsync(new() { Parent = chain }, auditor.Call)).Verification;
        await AppendAsync("9002", 10);

        await region.OwnerAsync("update audit_line set line = '{}' where tenant = '9002' and sequence = 1205");
        var changed = await AfterAsync(auditor, known);
        await region.OwnerAsync("update audit_line set hash = sha256('other') where tenant = '9002' and sequence = $1", known.VerifiedSequence);
        var rewritten = await AfterAsync(auditor, known);
        await region.OwnerAsync("delete from audit_line where tenant = '9002' and sequence >= $1", known.VerifiedSequence);
        var cutOff = await AfterAsync(auditor, known);

        Assert.Equal((false, 1_205L, "HASH_MISMATCH", 1_204L, 0L), (changed.Intact, changed.BrokenSequence, changed.Problem, changed.VerifiedSequence, changed.NextSequence));
        Assert.Equal((false, known.VerifiedSequence, "HASH_MISMATCH", 0L), (rewritten.Intact, rewritten.BrokenSequence, rewritten.Problem, rewritten.VerifiedSequence));
        Assert.Equal((false, known.VerifiedSequence, "SEQUENCE_GAP"), (cutOff.Intact, cutOff.BrokenSequence, cutOff.Problem));
    }

    [Fact]
    public async Task A_call_whose_time_is_up_ends_with_the_page_it_reads()
    {
        await ChainAsync("9003", lines: 1_500);
        await using var connection = new NpgsqlConnection(region.ServiceConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var scope = new NpgsqlCommand("select set_config('app.mun_read', '9003', false)", connection);
        await scope.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var part = await AuditChain.VerifyAsync(connection, new TenantId("9003"), AuditPlace.Start, new(Lines: 1_000_000, TimeSpan.Zero, TimeProvider.System), TestContext.Current.CancellationToken);

        Assert.Equal((1_000L, 1_001L, AuditVerification.Unfinished), (part.EntryCount, part.NextSequence, part.Problem));
    }

    [Theory]
    [InlineData(5, "")]
    [InlineData(0, "ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12ab12")]
    public async Task A_line_is_named_with_its_hash(long sequence, string hash)
    {
        var auditor = new Person(region, "auditor-1", "auditor", ["9004"], []);

        var refused = await Failure.OfAsync(auditor.Audit.VerifyAsync(new() { Parent = "municipalities/9004", AfterSequence = sequence, AfterHash = hash }, auditor.Call));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (refused.Code, refused.Reason));
    }

    private static async Task<Access.V1.AuditVerification> AfterAsync(Person auditor, Access.V1.AuditVerification known) =>
        (await auditor.Audit.VerifyAsync(new() { Parent = known.Tenant, AfterSequence = known.VerifiedSequence, AfterHash = known.VerifiedHash }, auditor.Call)).Verification;

    /// <summary>A chain of its own for one test, with somebody who may verify it.</summary>
    private async Task<(Person Auditor, string Chain)> ChainAsync(string tenant, int lines)
    {
        await AppendAsync(tenant, lines);
        return (new(region, "auditor-1", "auditor", [tenant], []), $"municipalities/{tenant}");
    }

    private async Task AppendAsync(string tenant, int lines) => await region.OwnerAsync($"""
        do $$ begin
          perform set_config('app.mun', '{tenant}', true);
          for part in 1..{lines} by 500 loop
            perform audit_append('{tenant}', array(select json_build_object('line', n)::text from generate_series(part, least(part + 499, {lines})) n));
          end loop;
        end $$
        """);
}

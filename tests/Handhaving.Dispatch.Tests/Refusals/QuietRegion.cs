using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>A region in which nothing happens but what the matrix does, so that a refused call that writes is caught by what it wrote.</summary>
public sealed class QuietRegion : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IMessage>>> samples = new();

    private string? content;

    public DispatchRegion Region { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Region.InitializeAsync();
        // An offer of a sample must not end by itself while calls on it are refused: longer than a municipality may decide, and than the tests take.
        await Region.OwnerAsync("""
            insert into setting (tenant, key, version, value, valid_from, changed_by, change_reason)
            select team, 'dispatch.offer-seconds', 1, '7200', now() - interval '1 day', 'test', 'test' from unnest(array['westelijke-mijnstreek', 'brunssum-landgraaf']) team
            """);
        // Nor are units counted, minute by minute.
        await Region.OwnerAsync("""
            create function nobody_counts() returns trigger language plpgsql as 'begin return null; end';
            create trigger nobody_counts before insert on presence_minute for each row execute function nobody_counts()
            """);
    }

    public ValueTask DisposeAsync() => Region.DisposeAsync();

    /// <summary>A valid request that no refused call uses up; do not send it.</summary>
    public Task<IMessage> SampleAsync(Rpc rpc) => samples.GetOrAdd(rpc.Name, _ => new(() => FreshSampleAsync(rpc))).Value;

    /// <summary>A valid request of its own.</summary>
    public async Task<IMessage> FreshSampleAsync(Rpc rpc)
    {
        var request = await Samples.All[rpc.Name].BuildAsync(new Scene(Region));
        rpc.Descriptor.InputType.FindFieldByName("request_id")?.Accessor.SetValue(request, Work.NewRequest());
        return request;
    }

    /// <summary>What a caller of this team with this role says of himself, valid for half a minute.</summary>
    public CallOptions Caller(string role, params string[] municipalities) => Bearing(Region.Issuer.Token(role + "-1", [role], municipalities, municipalities.Length > 1 ? ["westelijke-mijnstreek"] : []));

    /// <summary>The caller of an rpc's sample.</summary>
    public CallOptions CallerOf(Rpc rpc) => Caller(Samples.All[rpc.Name].Role, "0888", "0971", "1883");

    public static CallOptions Bearing(string token) => new([new("authorization", "Bearer " + token), new("x-reason", "proef")], DateTime.UtcNow.AddSeconds(30), TestContext.Current.CancellationToken);

    public Task<IMessage> CallAsync(Rpc rpc, IMessage request, CallOptions options, int replica = 0) => rpc.CallAsync(Region.Replica(replica).CreateCallInvoker(), request.ToByteArray(), options);

    /// <summary>Every row of every table but the audit's, once all facts are sent and taken.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ContentAsync()
    {
        await Work.EventuallyAsync(async () => await Region.OwnerAsync("""
            select not exists (select from outbox o where sent_at is null or not exists (select from inbox i where i.message_id = o.message_id))
              and not exists (select from parked_message where replayed_at is not null)
            """) is true);
        content ??= await ContentQueryAsync();
        var rows = (string[]?)await Region.OwnerAsync(content) ?? [];
        return rows.ToDictionary(row => row.Split(':')[0], row => row.Split(':')[1]);
    }

    /// <summary>Makes calls that must be refused, all at once, and looks that each was refused as the contract says and that none of them wrote anything but its refusal.</summary>
    public async Task RefusesAsync(Rpc rpc, IEnumerable<Refusal> refusals)
    {
        var (before, acts) = (await ContentAsync(), await ActsAsync());

        var problems = await Task.WhenAll(refusals.Select(refusal => refusal.ProblemAsync(rpc, Region.Replica(0).CreateCallInvoker())));

        Assert.True(problems.All(problem => problem is null), string.Join('\n', problems.OfType<string>()));
        Assert.Equal(before, await ContentAsync());
        Assert.Equal(acts, await ActsAsync());
    }

    private async Task<string> ContentQueryAsync() => (string)(await Region.OwnerAsync("""
        select 'select array[' || string_agg(format($$(select '%s:' || count(*) || ' rows, ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from %I t)$$, tablename, tablename), ', ') || ']'
        from pg_tables where schemaname = 'public' and tablename not like 'audit%'
        """) ?? "");

    /// <summary>Lines that calls of an rpc left in the audit, with the verb of the contract or as a change of a setting.</summary>
    public async Task<long> LinesAsync(Rpc rpc) => (long)(await Region.OwnerAsync(
        "select count(*) from audit_line where line::jsonb->>'operation' = $1 and line::jsonb->>'action' in ($2, 'CONFIG')",
        $"{rpc.Descriptor.Service.FullName}/{rpc.Descriptor.Name}", rpc.Access.Audit.ToString().ToUpperInvariant()) ?? 0L);

    /// <summary>Lines that repeated calls of a changing rpc left in the audit: what they had done was shown again.</summary>
    public async Task<long> ShownAgainAsync(Rpc rpc) => (long)(await Region.OwnerAsync(
        "select count(*) from audit_line where line::jsonb->>'operation' = $1 and line::jsonb->>'action' = 'CONSULT'", $"{rpc.Descriptor.Service.FullName}/{rpc.Descriptor.Name}") ?? 0L);

    // Lines of the audit that are not refusals.
    private async Task<long> ActsAsync() => (long)(await Region.OwnerAsync("select count(*) from audit_line where line not like '%\"action\":\"DENY\"%'") ?? 0L);
}

/// <summary>The classes of the matrix run one after another, beside all others.</summary>
[CollectionDefinition(Name)]
public sealed class Matrix : ICollectionFixture<QuietRegion>
{
    public const string Name = "refusal matrix";
}

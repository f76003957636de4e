using Google.Protobuf;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>A change is done once, whatever is repeated, and on the version that its caller saw.</summary>
[Collection(Matrix.Name)]
public sealed class RepeatTests(QuietRegion region)
{
    public static TheoryData<string> Changing => Rpc.Names(rpc => rpc.Has("request_id"));

    // Where a request holds no more than its tenant and its id, there is no other content.
    public static TheoryData<string> ChangingSomething => Rpc.Names(rpc => rpc.Has("request_id") && (rpc.Access.TenantField != "parent" || rpc.Descriptor.InputType.Fields.InDeclarationOrder().Count > 2));

    public static TheoryData<string> Versioned => Rpc.Names(rpc => rpc.TakesVersion);

    [Theory, MemberData(nameof(Changing))]
    public async Task A_change_that_is_repeated_is_answered_as_before_and_done_once(string name)
    {
        var (rpc, request) = (Rpc.Named(name), await region.FreshSampleAsync(Rpc.Named(name)));
        var first = await region.CallAsync(rpc, request, region.CallerOf(rpc));
        var (content, shown) = (await region.ContentAsync(), await region.ShownAgainAsync(rpc));

        var again = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => region.CallAsync(rpc, request, region.CallerOf(rpc), replica: number % 2)));

        Assert.All(again, answer => Assert.Equal(first, answer));
        Assert.Equal(content, await region.ContentAsync());
        Assert.Equal(shown + (rpc.Descriptor.Name == "SendCanary" ? 0 : 4), await region.ShownAgainAsync(rpc)); // a canary is nobody's data
    }

    [Theory, MemberData(nameof(ChangingSomething))]
    public async Task A_request_id_of_another_change_is_refused(string name)
    {
        var (rpc, request) = (Rpc.Named(name), await region.FreshSampleAsync(Rpc.Named(name)));
        await region.CallAsync(rpc, request, region.CallerOf(rpc));
        var other = await region.FreshSampleAsync(rpc);
        var id = rpc.Descriptor.InputType.FindFieldByName("request_id").Accessor;
        id.SetValue(other, id.GetValue(request));

        Assert.NotEqual(request, other);
        await region.RefusesAsync(rpc, [Refusal.Of("other content", other, region.CallerOf(rpc), Reasons.RequestIdReused)]);
    }

    [Theory, MemberData(nameof(Versioned))]
    public async Task A_change_of_another_version_than_the_caller_saw_is_refused(string name)
    {
        var (rpc, sample) = (Rpc.Named(name), await region.SampleAsync(Rpc.Named(name)));
        var etag = Place.AllOf(sample).Single(place => place.Field.Name == "etag" && Rpc.IsInput(place.Field));

        await region.RefusesAsync(rpc,
        [
            Refusal.Of("stale", etag.With(sample, "\"999\""), region.CallerOf(rpc), Reasons.EtagMismatch),
            Refusal.Of("no version", etag.With(sample, "newest"), region.CallerOf(rpc), Reasons.EtagMismatch),
            Refusal.Of("missing", etag.With(sample, ""), region.CallerOf(rpc), Reasons.InvalidRequest, (etag.Path, "REQUIRED")),
        ]);
    }
}

using Google.Protobuf;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>The name from which the tenant of a call is read, wrong in each part.</summary>
[Collection(Matrix.Name)]
public sealed class NameRefusalTests(QuietRegion region)
{
    public static TheoryData<string> Every => Rpc.Names(_ => true);

    [Theory, MemberData(nameof(Every))]
    public async Task A_name_that_is_none_is_named_as_wrong(string name)
    {
        var (rpc, place, sample) = await NameAsync(name);
        Refusal Wrong(string text) => Refusal.Of(text, place.With(sample, text), region.CallerOf(rpc), Reasons.InvalidRequest, (place.Path, "WRONG_FORM"));

        await region.RefusesAsync(rpc, new[] { "nonsense", "municipalities", "municipalities/", "municipalities/88", "Municipalities/0888", "teams/-", "/municipalities/0888", "'; drop table incident; --" }.Select(Wrong));
    }

    [Theory, MemberData(nameof(Every))]
    public async Task A_name_with_too_much_or_of_another_kind_is_refused(string name)
    {
        var (rpc, place, sample) = await NameAsync(name);
        Refusal Wrong(string text) => Refusal.Of(text, place.With(sample, text), region.CallerOf(rpc), place.Rule.Pattern.Length > 0 ? Reasons.InvalidRequest : Reasons.NotFound);

        await region.RefusesAsync(rpc, new[] { $"{place.ValueIn(sample)}/", $"{place.ValueIn(sample)}/more", $"{Scene.Municipality}/vehicles/1" }.Select(Wrong));
    }

    [Theory, MemberData(nameof(Every))]
    public async Task All_municipalities_are_refused_where_one_must_be_named(string name)
    {
        var (rpc, place, sample) = await NameAsync(name);
        var all = place.With(sample, "municipalities/-");
        if (rpc.Access.Tenant is Access.V1.TenantRule.OwnOrGrant && FieldRules.HasForm(place.Rule, "municipalities/-")) Assert.NotNull(await region.CallAsync(rpc, all, region.CallerOf(rpc)));
        else await region.RefusesAsync(rpc, [Refusal.Of("all", all, region.CallerOf(rpc), Reasons.InvalidRequest, (place.Path, "WRONG_FORM"))]);
    }

    [Theory, MemberData(nameof(Every))]
    public async Task A_well_formed_name_of_nothing_is_not_found(string name)
    {
        var (rpc, place, sample) = await NameAsync(name);
        var parts = $"{place.ValueIn(sample)}".Split('/');
        parts[^1] = parts.Length > 2 ? $"{Guid.CreateVersion7()}" : parts[0] == "teams" ? "nowhere" : "9999";

        await region.RefusesAsync(rpc, [Refusal.Of("nothing", place.With(sample, string.Join('/', parts)), region.CallerOf(rpc), Reasons.NotFound) with { IsAnyReason = true }]);
    }

    private async Task<(Rpc Rpc, Place Place, IMessage Sample)> NameAsync(string name)
    {
        var (rpc, sample) = (Rpc.Named(name), await region.SampleAsync(Rpc.Named(name)));
        return (rpc, Place.AllOf(sample).Single(place => place.Path == rpc.Access.TenantField), sample);
    }
}

using Google.Protobuf.Reflection;
using Handhaving.Dispatch.Tests.Refusals.Requests;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>The matrix covers the whole contract: each rpc brings a sample, and what a sample leaves out is not refused unseen.</summary>
[Collection(Matrix.Name)]
public sealed class SampleTests(QuietRegion region)
{
    public static TheoryData<string> Every => Rpc.Names(_ => true);

    [Theory, MemberData(nameof(Every))]
    public async Task An_rpc_has_a_sample_and_its_sample_is_answered(string name)
    {
        Assert.True(Samples.All.ContainsKey(name), $"{name} has no sample: add one line to {nameof(Samples)}.");
        var rpc = Rpc.Named(name);

        Assert.NotNull(await region.CallAsync(rpc, await region.FreshSampleAsync(rpc), region.CallerOf(rpc)));
    }

    [Fact]
    public void A_sample_belongs_to_an_rpc() => Assert.Empty(Samples.All.Keys.Except(Rpc.All.Select(rpc => rpc.Name)));

    [Theory, MemberData(nameof(Every))]
    public async Task A_sample_fills_each_message_and_list_that_a_caller_may_fill(string name)
    {
        var sample = await region.SampleAsync(Rpc.Named(name));

        var (places, message) = (Place.AllOf(sample).ToList(), sample);
        Assert.DoesNotContain(places, place => place.Field is { FieldType: FieldType.Message, IsRepeated: false } && place.Field.MessageType.File.Package.StartsWith("handhaving", StringComparison.Ordinal)
            && Rpc.IsInput(place.Field) && place.ValueIn(message) is null);
        Assert.DoesNotContain(sample.Descriptor.Fields.InDeclarationOrder(), field => field.IsRepeated && !places.Exists(place => place.Field == field));
    }

    [Theory, MemberData(nameof(Every))]
    public async Task A_text_that_a_caller_may_send_has_a_longest_length(string name)
    {
        var places = Place.AllOf(await region.SampleAsync(Rpc.Named(name)));

        Assert.Empty(places.Where(place => place.Field.FieldType is FieldType.String && (Rpc.IsInput(place.Field) || place.Path == Rpc.Named(name).Access.TenantField) && place.Rule is { MaxLen: 0, Uuid: false }).Select(place => place.Path));
    }

    [Theory, MemberData(nameof(Every))]
    public async Task A_measure_that_a_caller_may_send_has_a_lowest_and_a_highest_value(string name)
    {
        var places = Place.AllOf(await region.SampleAsync(Rpc.Named(name)));

        Assert.Empty(places.Where(place => place.Field.FieldType is FieldType.Double or FieldType.Float && place.Rule is not { HasGte: true, HasLte: true }).Select(place => place.Path));
    }

    [Theory, MemberData(nameof(Every))]
    public void A_list_says_how_many_rows_it_gives_at_most(string name) => Assert.Equal(Rpc.Named(name).IsList ? 1000 : 0, Rpc.Named(name).Access.MaxRows);
}

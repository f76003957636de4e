using Google.Protobuf;
using Google.Protobuf.Reflection;
using Handhaving.Dispatch.Tests.Refusals.Requests;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Refusals;

/// <summary>Every field made wrong in every way that the contract knows: refused by the field's name, before anything is done.</summary>
[Collection(Matrix.Name)]
public sealed class FieldRefusalTests(QuietRegion region)
{
    private const int UnknownField = 18_000;

    public static TheoryData<string> Every => Rpc.Names(_ => true);

    [Theory, MemberData(nameof(Every))]
    public async Task An_empty_request_names_each_required_field_and_no_other(string name)
    {
        var (rpc, caller) = (Rpc.Named(name), region.CallerOf(Rpc.Named(name)));
        var required = rpc.Descriptor.InputType.Fields.InDeclarationOrder().Select(field => new Place(field.Name, field, root => root))
            .Where(place => place.Rule is { Required: true } or { MinItems: > 0 } or { Gte: > 0 }).Select(place => place.Path).ToHashSet();

        await region.RefusesAsync(rpc, [Refusal.Of("empty", rpc.Parse([]), caller, Reasons.InvalidRequest) with { AllFields = required }]);
    }

    [Theory, MemberData(nameof(Every))]
    public async Task A_wrong_field_is_named(string name)
    {
        var (rpc, caller) = (Rpc.Named(name), region.CallerOf(Rpc.Named(name)));
        var spoiled = Spoiled.AllOf(await region.SampleAsync(rpc)).ToList();

        Assert.NotEmpty(spoiled);
        await region.RefusesAsync(rpc, spoiled.Select(wrong => Refusal.Of($"{wrong.Path} {wrong.Reason}", wrong.Request, caller, Reasons.InvalidRequest, (wrong.Path, wrong.Reason))));
    }

    [Theory, MemberData(nameof(Every))]
    public async Task A_message_that_is_too_large_or_no_message_is_refused(string name)
    {
        var (rpc, caller) = (Rpc.Named(name), region.CallerOf(Rpc.Named(name)));
        var sample = (await region.SampleAsync(rpc)).ToByteArray();

        await region.RefusesAsync(rpc,
        [
            new("257 KiB", [.. sample, .. Unknown(257 * 1024)], caller, Reasons.TooLarge),
            new("no message", [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], caller, Reasons.InvalidRequest),
            new("cut off", [.. sample, 0x0a, 0x7f], caller, Reasons.InvalidRequest),
        ]);
    }

    // A field that this version does not know, as a newer client may send it.
    private static byte[] Unknown(int size)
    {
        using var bytes = new MemoryStream();
        using (var output = new CodedOutputStream(bytes, leaveOpen: true))
        {
            output.WriteTag(UnknownField, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(new byte[size]));
        }
        return bytes.ToArray();
    }
}

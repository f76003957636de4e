using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Access.V1;

namespace Handhaving.Dispatch.Tests.Refusals.Requests;

/// <summary>Where one field stands in a request: set messages are entered, lists at their first item.</summary>
internal sealed record Place(string Path, FieldDescriptor Field, Func<IMessage, IMessage> Holder)
{
    public FieldRule Rule { get; } = Field.GetOptions()?.GetExtension(AccessExtensions.Rule) ?? new();

    public static IEnumerable<Place> AllOf(IMessage sample) => AllOf(sample, "", root => root);

    public object? ValueIn(IMessage request) => Field.Accessor.GetValue(Holder(request));

    /// <summary>A copy of a request with another value here; of a list, with this many of its first item.</summary>
    public IMessage With(IMessage request, object? value)
    {
        var copy = request.Descriptor.Parser.ParseFrom(request.ToByteArray());
        var holder = Holder(copy);
        if (Field.IsRepeated) Resize((IList)Field.Accessor.GetValue(holder), (int)(value ?? 0));
        else if (value is null) Field.Accessor.Clear(holder);
        else Field.Accessor.SetValue(holder, value);
        return copy;
    }

    private static void Resize(IList list, int count)
    {
        var first = list[0];
        list.Clear();
        for (var number = 0; number < count; number++) list.Add(first);
    }

    private static IEnumerable<Place> AllOf(IMessage message, string prefix, Func<IMessage, IMessage> holder)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.IsMap || (field.IsRepeated && field.Accessor.GetValue(message) is IList { Count: 0 })) continue;
            yield return new(prefix + field.Name, field, holder);
            foreach (var inner in Inside(message, field, prefix, holder)) yield return inner;
        }
    }

    private static IEnumerable<Place> Inside(IMessage message, FieldDescriptor field, string prefix, Func<IMessage, IMessage> holder) => field.Accessor.GetValue(message) switch
    {
        Timestamp => [],
        IMessage child => AllOf(child, $"{prefix}{field.Name}.", root => (IMessage)field.Accessor.GetValue(holder(root))),
        IList { Count: > 0 } list when list[0] is IMessage first => AllOf(first, $"{prefix}{field.Name}[0].", root => (IMessage)((IList)field.Accessor.GetValue(holder(root)))[0]!), // not empty: seen on the line above
        _ => [],
    };
}

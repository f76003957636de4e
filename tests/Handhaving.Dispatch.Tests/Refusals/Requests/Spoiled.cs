using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Access.V1;

namespace Handhaving.Dispatch.Tests.Refusals.Requests;

/// <summary>A valid request with one field made wrong, and what must be said of that field.</summary>
internal sealed record Spoiled(string Path, string Reason, IMessage Request)
{
    private const int UndefinedEnumValue = 9_999;
    private static readonly Timestamp NoTime = new() { Seconds = long.MaxValue };

    /// <summary>Every way in which the contract lets a field be wrong, one at a time.</summary>
    public static IEnumerable<Spoiled> AllOf(IMessage sample) => Place.AllOf(sample).SelectMany(place => Of(sample, place));

    private static IEnumerable<Spoiled> Of(IMessage sample, Place place)
    {
        var rule = place.Rule;
        foreach (var (reason, value) in place.Field.IsRepeated ? WrongLists(rule) : WrongValues(place.Field, rule))
            yield return new(place.Path, reason, place.With(sample, value));
    }

    private static IEnumerable<(string, object?)> WrongValues(FieldDescriptor field, FieldRule rule) => field.FieldType switch
    {
        FieldType.String => WrongTexts(rule),
        FieldType.Double or FieldType.Float => WrongNumbers(rule).Append(("NOT_A_NUMBER", double.NaN)).Append(("NOT_A_NUMBER", double.NegativeInfinity)).Select(wrong => (wrong.Item1, (object?)wrong.Item2)),
        FieldType.Int32 => WrongNumbers(rule).Select(wrong => (wrong.Item1, (object?)(int)wrong.Item2)),
        FieldType.Int64 => WrongNumbers(rule).Select(wrong => (wrong.Item1, (object?)(long)wrong.Item2)),
        FieldType.Enum => WrongConstants(field, rule),
        FieldType.Message => WrongMessages(field, rule),
        _ => [],
    };

    private static IEnumerable<(string, object?)> WrongTexts(FieldRule rule)
    {
        yield return ("UNSEEN_CHARACTER", "voor\0na");
        yield return ("UNSEEN_CHARACTER", "voor\u202ena");
        if (rule is { MaxLen: > 0 and < 300, Pattern: "", Uuid: false }) yield return ("UNSEEN_CHARACTER", "voor\nna");
        if (rule.Required) yield return ("REQUIRED", "");
        if (rule.Required) yield return ("REQUIRED", " \u00a0\t");
        if (rule.MaxLen > 0) yield return ("TOO_LONG", new string('a', rule.MaxLen + 1));
        if (rule.MinLen > 1) yield return ("TOO_SHORT", "a");
        if (rule.Uuid) yield return ("NOT_A_UUID", "019575a1-0000-7000-8000-00000000000g");
        if (rule.Pattern.Length > 0) yield return ("WRONG_FORM", "\u00a7\n\u00a7");
    }

    private static IEnumerable<(string, double)> WrongNumbers(FieldRule rule)
    {
        if (rule.HasGte) yield return ("TOO_LOW", rule.Gte - 1);
        if (rule.HasLte) yield return ("TOO_HIGH", rule.Lte + 1);
    }

    private static IEnumerable<(string, object?)> WrongConstants(FieldDescriptor field, FieldRule rule)
    {
        if (rule.DefinedOnly) yield return ("UNKNOWN_VALUE", System.Enum.ToObject(field.EnumType.ClrType, UndefinedEnumValue));
        if (rule.Required) yield return ("REQUIRED", System.Enum.ToObject(field.EnumType.ClrType, 0));
    }

    private static IEnumerable<(string, object?)> WrongMessages(FieldDescriptor field, FieldRule rule)
    {
        if (rule.Required) yield return ("REQUIRED", null);
        if (field.MessageType == Timestamp.Descriptor) yield return ("NOT_A_TIME", NoTime);
    }

    private static IEnumerable<(string, object?)> WrongLists(FieldRule rule)
    {
        if (rule.MinItems > 0) yield return ("TOO_FEW", rule.MinItems - 1);
        if (rule.MaxItems > 0) yield return ("TOO_MANY", rule.MaxItems + 1);
    }
}

using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Access.V1;
using Handhaving.ServiceDefaults.Access.Fields;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>Checks a request against the field rules of its contract, before the handler runs; names every wrong field at once.</summary>
public static class FieldRules
{
    private const int ShortestProse = 300; // characters that a field takes at least, in which people write sentences
    private static readonly ConcurrentDictionary<MessageDescriptor, IReadOnlyList<(FieldDescriptor Field, FieldRule? Rule)>> Plans = new();
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    /// <exception cref="RuleBroken">INVALID_REQUEST with a violation for each wrong field.</exception>
    public static void Require(IMessage request)
    {
        var wrong = new WrongFields();
        Check(request, "", wrong);
        wrong.Require();
    }

    /// <summary>Whether a text has the form that a rule asks for; a rule without one asks for none, and knows none.</summary>
    public static bool HasForm(FieldRule rule, string text) => rule.Pattern.Length > 0 && PatternOf(rule.Pattern).IsMatch(text);

    private static void Check(IMessage message, string prefix, WrongFields wrong)
    {
        var plan = Plans.GetOrAdd(message.Descriptor, Plan);
        for (var place = 0; place < plan.Count; place++)
        {
            var (field, rule) = plan[place];
            var path = prefix + field.Name;
            if (wrong.IsFull)
            {
                wrong.PassOver(path, plan.Count - place);
                return;
            }
            var value = field.Accessor.GetValue(message);
            if (value is IList list) CheckList(field, rule, list, path, wrong);
            else if (!field.HasPresence || field.Accessor.HasValue(message)) CheckValue(field, rule, value, path, wrong);
            else if (rule is { Required: true }) wrong.Add(path, "REQUIRED", "must be set");
        }
    }

    // The rule of a list counts its items; what it says of a value, it says of each item. A blank text among others says nothing and would stand where something was. A list that is too long is not entered: the caller chose its length.
    private static void CheckList(FieldDescriptor field, FieldRule? rule, IList list, string path, WrongFields wrong)
    {
        if (rule is not null && list.Count < rule.MinItems) wrong.Add(path, "TOO_FEW", $"needs at least {rule.MinItems} items");
        var most = rule?.MaxItems ?? 0;
        var isTooLong = most > 0 && list.Count > most;
        if (isTooLong) wrong.Add(path, "TOO_MANY", $"takes at most {most} items");
        for (var index = 0; index < list.Count; index++)
        {
            if (isTooLong || wrong.IsFull)
            {
                wrong.PassOver(path, list.Count - index);
                return;
            }
            if (list[index] is string text && text.IsBlank()) wrong.Add($"{path}[{index}]", "REQUIRED", "must not be empty or blank");
            else CheckValue(field, rule, list[index], $"{path}[{index}]", wrong);
        }
    }

    private static void CheckValue(FieldDescriptor field, FieldRule? rule, object? value, string path, WrongFields wrong)
    {
        if (rule is not null)
            foreach (var (reason, text) in Broken(field, rule, value)) wrong.Add(path, reason, text);
        if (NoValue(rule, value) is { } problem) wrong.Add(path, problem.Reason, problem.Text);
        if (value is IMessage child) Check(child, path + ".", wrong);
    }

    // Well-formed on the wire, but no value here: a character that nobody sees, no number, or a Timestamp outside its own range.
    private static (string Reason, string Text)? NoValue(FieldRule? rule, object? value) => value switch
    {
        string text when UnseenCharacters.First(text, mayHaveLines: MayHaveLines(rule)) is { } unseen => (WrongFields.UnseenCharacter, $"must not hold the character U+{(int)unseen:X4}"),
        double.NaN or double.PositiveInfinity or double.NegativeInfinity or float.NaN or float.PositiveInfinity or float.NegativeInfinity => (WrongFields.NoNumber, "must be a finite number"),
        Timestamp time when time.Seconds is < -62_135_596_800 or > 253_402_300_799 || time.Nanos is < 0 or > 999_999_999 => ("NOT_A_TIME", "must lie in the years 1 to 9999"),
        _ => null,
    };

    // A rule of a form says itself what it takes; else a text of some sentences has lines, and a name or a code has none.
    private static bool MayHaveLines(FieldRule? rule) => rule is null or { Uuid: true } or { Pattern.Length: > 0 } or { MaxLen: 0 or >= ShortestProse };

    private static IEnumerable<(string Reason, string Text)> Broken(FieldDescriptor field, FieldRule rule, object? value) => value switch
    {
        string text => OfText(rule, text),
        Google.Protobuf.ByteString { IsEmpty: true } when rule.Required => [("REQUIRED", "must not be empty")],
        System.Enum constant => OfEnum(field, rule, Convert.ToInt32(constant, CultureInfo.InvariantCulture)),
        int number when field.FieldType is FieldType.Enum => OfEnum(field, rule, number),
        double or float or int or long or uint or ulong => OfNumber(rule, Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        _ => [],
    };

    private static IEnumerable<(string, string)> OfText(FieldRule rule, string text)
    {
        if (rule.Required && text.IsBlank())
        {
            yield return ("REQUIRED", "must not be empty or blank");
            yield break;
        }
        if (text.Length == 0) yield break;
        var length = text.EnumerateRunes().Count(); // characters as people count them: text.Length counts halves
        if (length < rule.MinLen) yield return ("TOO_SHORT", $"has fewer than {rule.MinLen} characters");
        if (rule.MaxLen > 0 && length > rule.MaxLen) yield return ("TOO_LONG", $"has more than {rule.MaxLen} characters");
        if (rule.Uuid && !(text.Length == 36 && Guid.TryParseExact(text, "D", out _))) yield return ("NOT_A_UUID", "must be a UUID of 36 characters");
        if (rule.Pattern.Length > 0 && !HasForm(rule, text)) yield return ("WRONG_FORM", $"must match {rule.Pattern}");
    }

    private static IEnumerable<(string, string)> OfNumber(FieldRule rule, double number)
    {
        if (!double.IsFinite(number)) yield break;
        if (rule.HasGte && number < rule.Gte) yield return ("TOO_LOW", $"must be at least {rule.Gte}");
        if (rule.HasLte && number > rule.Lte) yield return ("TOO_HIGH", $"must be at most {rule.Lte}");
    }

    private static IEnumerable<(string, string)> OfEnum(FieldDescriptor field, FieldRule rule, int number)
    {
        if (rule.Required && number == 0) yield return ("REQUIRED", "must be stated");
        else if (rule.DefinedOnly && field.EnumType.FindValueByNumber(number) is null) yield return ("UNKNOWN_VALUE", $"{number} is not a value of {field.EnumType.Name}");
    }

    private static List<(FieldDescriptor, FieldRule?)> Plan(MessageDescriptor message) =>
        [.. message.Fields.InDeclarationOrder()
            .Select(field => (field, field.GetOptions()?.GetExtension(AccessExtensions.Rule)))
            .Where(pair => pair.Item2 is not null || pair.field.FieldType is FieldType.Message or FieldType.String or FieldType.Double or FieldType.Float)];

    private static Regex PatternOf(string pattern) =>
        Patterns.GetOrAdd(pattern, text => new Regex($@"\A(?:{text})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
}

using System.Collections;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Handhaving.Access.V1;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.ServiceDefaults.Access;

/// <summary>Checks a request against the field rules of its contract, before the handler runs; names every wrong field at once.</summary>
public static class FieldRules
{
    private static readonly ConcurrentDictionary<MessageDescriptor, IReadOnlyList<(FieldDescriptor Field, FieldRule? Rule)>> Plans = new();
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    /// <exception cref="RuleBroken">INVALID_REQUEST with a violation for each wrong field.</exception>
    public static void Require(IMessage request)
    {
        List<FieldViolation> violations = [];
        Check(request, "", violations);
        if (violations.Count > 0) throw new RuleBroken(Reasons.InvalidRequest) { Violations = violations };
    }

    private static void Check(IMessage message, string prefix, List<FieldViolation> violations)
    {
        foreach (var (field, rule) in Plans.GetOrAdd(message.Descriptor, Plan))
        {
            var path = prefix + field.Name;
            var value = field.Accessor.GetValue(message);
            var present = !field.HasPresence || field.Accessor.HasValue(message);
            if (rule is not null) violations.AddRange(Broken(field, rule, value, present).Select(broken => new FieldViolation(path, broken.Reason, broken.Text)));
            if (Unstorable(value) is { } problem) violations.Add(new(path, problem.Reason, problem.Text));
            if (value is IMessage child) Check(child, path + ".", violations);
            else if (field.IsRepeated && value is IList list && field.FieldType is FieldType.Message) CheckItems(list, path, violations);
        }
    }

    // Well-formed on the wire, but no value here: neither text nor jsonb of PostgreSQL holds U+0000, and a Timestamp can lie outside its own range.
    private static (string Reason, string Text)? Unstorable(object? value) => value switch
    {
        string text when text.Contains('\0') => ("WRONG_FORM", "must not hold the character U+0000"),
        Timestamp time when time.Seconds is < -62_135_596_800 or > 253_402_300_799 || time.Nanos is < 0 or > 999_999_999 => ("NOT_A_TIME", "must lie in the years 1 to 9999"),
        _ => null,
    };

    private static void CheckItems(IList list, string path, List<FieldViolation> violations)
    {
        for (var index = 0; index < list.Count; index++)
            if (list[index] is IMessage item) Check(item, $"{path}[{index}].", violations);
    }

    private static IEnumerable<(string Reason, string Text)> Broken(FieldDescriptor field, FieldRule rule, object? value, bool present)
    {
        if (field.IsRepeated) return OfList(rule, ((ICollection)value!).Count); // a repeated field always has its list
        return value switch
        {
            string text => OfText(rule, text),
            double number when present => OfNumber(rule, number),
            int number when field.FieldType is FieldType.Enum => OfEnum(field, rule, number),
            int number => OfNumber(rule, number),
            System.Enum constant => OfEnum(field, rule, Convert.ToInt32(constant, System.Globalization.CultureInfo.InvariantCulture)),
            null when rule.Required => [("REQUIRED", "must be set")],
            _ => [],
        };
    }

    private static IEnumerable<(string, string)> OfText(FieldRule rule, string text)
    {
        if (text.Length == 0)
        {
            if (rule.Required) yield return ("REQUIRED", "must not be empty");
            yield break;
        }
        if (text.Length < rule.MinLen) yield return ("TOO_SHORT", $"has fewer than {rule.MinLen} characters");
        if (rule.MaxLen > 0 && text.Length > rule.MaxLen) yield return ("TOO_LONG", $"has more than {rule.MaxLen} characters");
        if (rule.Uuid && !(text.Length == 36 && Guid.TryParseExact(text, "D", out _))) yield return ("NOT_A_UUID", "must be a UUID of 36 characters");
        if (rule.Pattern.Length > 0 && !PatternOf(rule.Pattern).IsMatch(text)) yield return ("WRONG_FORM", $"must match {rule.Pattern}");
    }

    private static IEnumerable<(string, string)> OfNumber(FieldRule rule, double number)
    {
        if (double.IsNaN(number) || (rule.HasGte && number < rule.Gte)) yield return ("TOO_LOW", $"must be at least {rule.Gte}");
        if (rule.HasLte && number > rule.Lte) yield return ("TOO_HIGH", $"must be at most {rule.Lte}");
    }

    private static IEnumerable<(string, string)> OfEnum(FieldDescriptor field, FieldRule rule, int number)
    {
        if (rule.Required && number == 0) yield return ("REQUIRED", "must be stated");
        else if (rule.DefinedOnly && field.EnumType.FindValueByNumber(number) is null) yield return ("UNKNOWN_VALUE", $"{number} is not a value of {field.EnumType.Name}");
    }

    private static IEnumerable<(string, string)> OfList(FieldRule rule, int count)
    {
        if (count < rule.MinItems) yield return ("TOO_FEW", $"needs at least {rule.MinItems} items");
        if (rule.MaxItems > 0 && count > rule.MaxItems) yield return ("TOO_MANY", $"takes at most {rule.MaxItems} items");
    }

    private static List<(FieldDescriptor, FieldRule?)> Plan(MessageDescriptor message) =>
        [.. message.Fields.InDeclarationOrder()
            .Select(field => (field, field.GetOptions()?.GetExtension(AccessExtensions.Rule)))
            .Where(pair => pair.Item2 is not null || pair.field.FieldType is FieldType.Message or FieldType.String)];

    private static Regex PatternOf(string pattern) =>
        Patterns.GetOrAdd(pattern, text => new Regex($@"\A(?:{text})\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));
}

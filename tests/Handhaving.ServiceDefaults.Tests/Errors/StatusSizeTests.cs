using System.Text;
using Google.Protobuf;
using Google.Rpc;
using Handhaving.ServiceDefaults.Errors;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Errors;

/// <summary>A status travels in headers, of which clients take little: what is least needed is left out first.</summary>
public sealed class StatusSizeTests
{
    private const int MostBytes = 3 * 1024;
    private const int MostOfHeaders = 8 * 1024; // of clients of the C core

    private static readonly Rule Rule = new("UNIT_TIRED", RuleOutcome.Precondition, "Unit {unit} is tired of {work}.", "Eenheid {unit} is moe van {work}.");

    [Theory]
    [InlineData("x")]
    [InlineData("é")]
    [InlineData("\U0001F692")]
    public void Values_that_repeat_what_the_caller_sent_are_cut_and_the_reason_and_the_texts_stay(string character)
    {
        var huge = string.Concat(Enumerable.Repeat(character, 100_000));

        var status = ErrorTable.For(Rule.Broken([("unit", huge), ("work", huge), .. Enumerable.Range(0, 50).Select(number => ($"more{number}", huge))]));

        Assert.Equal(("UNIT_TIRED", 9), (status.GetDetail<ErrorInfo>().Reason, status.Code));
        Assert.StartsWith("Eenheid " + character, status.GetDetail<LocalizedMessage>().Message, StringComparison.Ordinal);
        Assert.StartsWith(character, status.GetDetail<ErrorInfo>().Metadata["unit"], StringComparison.Ordinal);
        Assert.DoesNotContain("{work}", status.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('�', status.Message);
        Fits(status);
    }

    [Fact]
    public void A_value_of_usual_length_stays_whole() =>
        Assert.Equal(Given.IncidentName, ErrorTable.For(Rule.Broken(("unit", Given.IncidentName))).GetDetail<ErrorInfo>().Metadata["unit"]);

    [Fact]
    public void Wrong_fields_are_listed_from_the_first_on_and_the_last_line_counts_the_rest()
    {
        var violations = Enumerable.Range(0, 200).Select(number => new FieldViolation($"fixes[{number}].fix.position.latitude", "TOO_HIGH", "must be at most 90")).ToList();

        var status = ErrorTable.For(new RuleBroken(Reasons.InvalidRequest) { Violations = violations, Unchecked = new("fixes[200]", 17) });

        var listed = status.GetDetail<BadRequest>().FieldViolations;
        Assert.InRange(listed.Count, 10, 60);
        Assert.Equal(violations.Take(listed.Count - 1).Select(violation => violation.Field), listed.SkipLast(1).Select(violation => violation.Field));
        Assert.Equal(("fixes[200]", "MORE", $"{200 - listed.Count + 1} more wrong fields are not listed here, and 17 more values were not looked at"), (listed[^1].Field, listed[^1].Reason, listed[^1].Description));
        Fits(status);
    }

    [Fact]
    public void The_longest_of_all_fits()
    {
        var huge = new string('€', 10_000);
        var rule = new Rule(new string('A', 63), RuleOutcome.Invalid, "{value}" + huge, "{value}" + huge);

        var status = ErrorTable.For(new RuleBroken(rule, Enumerable.Range(0, 100).ToDictionary(number => $"{number}" + huge, _ => huge))
        {
            Violations = [.. Enumerable.Repeat(new FieldViolation(huge, "WRONG_FORM", huge), 100)], Unchecked = new(huge, int.MaxValue), RetryAfter = TimeSpan.MaxValue,
        });

        Assert.NotNull(status.GetDetail<RetryInfo>());
        Assert.NotNull(status.GetDetail<LocalizedMessage>());
        Fits(status);
    }

    private static void Fits(Google.Rpc.Status status)
    {
        Assert.InRange(status.CalculateSize(), 1, MostBytes);
        Assert.InRange(GrpcTrailers.Of(status).Sum(pair => pair.Name.Length + Encoding.UTF8.GetByteCount(pair.Value)), 1, MostOfHeaders);
    }
}

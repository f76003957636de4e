using Google.Rpc;
using Grpc.Core;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Handhaving.ServiceDefaults.Tests.Errors;

/// <summary>From whatever goes wrong to exactly one status.</summary>
public sealed class ErrorTableTests
{
    public static TheoryData<RuleOutcome, StatusCode> Outcomes => new()
    {
        { RuleOutcome.Invalid, StatusCode.InvalidArgument }, { RuleOutcome.Unauthenticated, StatusCode.Unauthenticated }, { RuleOutcome.Denied, StatusCode.PermissionDenied },
        { RuleOutcome.NotFound, StatusCode.NotFound }, { RuleOutcome.AlreadyExists, StatusCode.AlreadyExists }, { RuleOutcome.Precondition, StatusCode.FailedPrecondition },
        { RuleOutcome.Conflict, StatusCode.Aborted }, { RuleOutcome.OutOfRange, StatusCode.OutOfRange }, { RuleOutcome.Exhausted, StatusCode.ResourceExhausted },
        { RuleOutcome.DeadlineExceeded, StatusCode.DeadlineExceeded }, { RuleOutcome.Cancelled, StatusCode.Cancelled }, { RuleOutcome.Unavailable, StatusCode.Unavailable },
        { RuleOutcome.Unimplemented, StatusCode.Unimplemented }, { RuleOutcome.Internal, StatusCode.Internal },
    };

    [Theory, MemberData(nameof(Outcomes))]
    public void Each_outcome_has_one_code_one_ErrorInfo_and_a_Dutch_text(RuleOutcome outcome, StatusCode code)
    {
        var rule = new Rule("UNIT_TIRED", outcome, "Unit {unit} is tired.", "Eenheid {unit} is moe.");

        var status = ErrorTable.For(rule.Broken(("unit", "B-1")));

        Assert.Equal(((int)code, "Unit B-1 is tired."), (status.Code, status.Message));
        Assert.Equal(2, status.Details.Count);
        Assert.Equal(new ErrorInfo { Domain = "handhaving", Reason = "UNIT_TIRED", Metadata = { ["unit"] = "B-1" } }, status.GetDetail<ErrorInfo>());
        Assert.Equal(new LocalizedMessage { Locale = "nl", Message = "Eenheid B-1 is moe." }, status.GetDetail<LocalizedMessage>());
    }

    [Fact]
    public void The_table_has_every_outcome() => Assert.Equal(Enum.GetValues<RuleOutcome>().Length, Outcomes.Count);

    [Fact]
    public void The_inner_text_of_a_defect_stays_inside()
    {
        var status = ErrorTable.For(new InvalidOperationException("password=geheim", new FormatException("Jan Jansen")));

        Assert.Equal(("INTERNAL", (int)StatusCode.Internal), (status.GetDetail<ErrorInfo>().Reason, status.Code));
        Assert.DoesNotContain("geheim", status.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Jansen", status.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("55P03", "TRY_AGAIN", true)]
    [InlineData("40001", "TRY_AGAIN", true)]
    [InlineData("40P01", "TRY_AGAIN", true)]
    [InlineData("23505", "TRY_AGAIN", true)]
    [InlineData("57014", "DEADLINE_EXCEEDED", false)]
    [InlineData("53100", "STORAGE_FULL", false)]
    [InlineData("57P01", "UNAVAILABLE", true)]
    [InlineData("53300", "UNAVAILABLE", true)]
    [InlineData("25P03", "UNAVAILABLE", true)]
    [InlineData("25006", "UNAVAILABLE", true)]
    [InlineData("0A000", "INTERNAL", false)]
    [InlineData("08006", "UNAVAILABLE", true)]
    [InlineData("53200", "UNAVAILABLE", true)]
    [InlineData("57P02", "UNAVAILABLE", true)]
    [InlineData("57P05", "UNAVAILABLE", true)]
    [InlineData("42P01", "INTERNAL", false)]
    public void A_failure_of_the_database_says_whether_to_try_again_and_nothing_of_its_text(string state, string reason, bool retry)
    {
        var status = ErrorTable.For(new PostgresException("relation geheim", "ERROR", "ERROR", state));

        Assert.Equal((reason, retry), (status.GetDetail<ErrorInfo>().Reason, status.GetDetail<RetryInfo>() is not null));
        Assert.DoesNotContain("geheim", status.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_was_widened_under_a_prepared_statement_may_be_asked_again() =>
        Assert.Equal("UNAVAILABLE", ErrorTable.For(new PostgresException("cached plan must not change result type", "ERROR", "ERROR", "0A000", routine: "RevalidateCachedQuery")).GetDetail<ErrorInfo>().Reason);

    [Theory]
    [InlineData("audit_line", "INTERNAL")]
    [InlineData("audit_head", "INTERNAL")]
    [InlineData("request", "TRY_AGAIN")]
    public void A_line_that_stands_in_the_chain_already_is_a_defect_and_no_lost_race(string table, string reason)
    {
        var taken = Taken(table);

        Assert.Equal(reason, ErrorTable.For(taken).GetDetail<ErrorInfo>().Reason);
        Assert.Equal(reason, ErrorTable.For(new DbUpdateException("geheim", taken)).GetDetail<ErrorInfo>().Reason);
    }

    [Fact]
    public void What_EF_wraps_is_judged_by_what_is_inside() => Assert.Equal(
        ["UNAVAILABLE", "TRY_AGAIN", "INTERNAL", "INTERNAL"],
        new Exception[] { new InvalidOperationException("transient", new NpgsqlException()), new InvalidOperationException("transient", new DbUpdateException("", Taken("request"))), new InvalidOperationException("", new FormatException()), new DbUpdateException("") }
            .Select(exception => ErrorTable.For(exception).GetDetail<ErrorInfo>().Reason));

    [Fact]
    public void Wrong_fields_are_listed()
    {
        var status = ErrorTable.For(new RuleBroken(Reasons.InvalidRequest) { Violations = [new("a.b", "REQUIRED", "must be set")] });

        Assert.Equal(new BadRequest { FieldViolations = { new BadRequest.Types.FieldViolation { Field = "a.b", Reason = "REQUIRED", Description = "must be set" } } }, status.GetDetail<BadRequest>());
    }

    [Fact]
    public void What_the_platform_throws_has_its_reason() => Assert.Equal(
        ["NOT_FOUND", "CANCELLED", "UNAVAILABLE", "UNAVAILABLE", "MESSAGE_TOO_LARGE"],
        new Exception[] { new NotFound("x"), new OperationCanceledException(), new TimeoutException(), new NpgsqlException(), new RpcException(new(StatusCode.ResourceExhausted, "")) }
            .Select(exception => ErrorTable.For(exception).GetDetail<ErrorInfo>().Reason));

    private static PostgresException Taken(string table) => new("duplicate key", "ERROR", "ERROR", "23505", tableName: table);
}

using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Handhaving.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.ServiceDefaults.Errors;

/// <summary>The one table from an outcome to google.rpc.Status: exactly one ErrorInfo, a Dutch LocalizedMessage, and details where they help (AIP-193).</summary>
public static class ErrorTable
{
    public const string Domain = "handhaving";

    public static Google.Rpc.Status For(Exception exception) => exception switch
    {
        RuleBroken broken => For(broken),
        NotFound missing => For(Reasons.NotFound.Broken(("name", missing.Resource))),
        PostgresException postgres => For(ForDatabase(postgres)),
        DbUpdateException { InnerException: { } inside } => For(inside),
        InvalidOperationException { InnerException: (NpgsqlException or DbUpdateException) and var inside } => For(inside), // EF's wrapping of what may pass
        NpgsqlException or TimeoutException => For(Retryable(Reasons.Unavailable)),
        OperationCanceledException => For(new RuleBroken(Reasons.Cancelled)),
        RpcException { StatusCode: StatusCode.ResourceExhausted } => For(new RuleBroken(Reasons.TooLarge)),
        _ => For(Reasons.Internal.Broken(("traceId", Activity.Current?.TraceId.ToString() ?? ""))),
    };

    public static Google.Rpc.Status For(RuleBroken broken)
    {
        var rule = broken.Rule;
        var told = broken.Told ?? new(rule.English, rule.Dutch);
        var status = new Google.Rpc.Status { Code = (int)CodeOf(rule.Outcome), Message = Fill(told.English, broken.Metadata) };
        status.Details.Add(Any.Pack(new ErrorInfo { Domain = Domain, Reason = rule.Reason, Metadata = { StatusBounds.Metadata(broken.Metadata) } }));
        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = "nl", Message = Fill(told.Dutch, broken.Metadata) }));
        if (broken.RetryAfter is { } wait)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));
        if (broken.Violations.Count > 0) StatusBounds.AddViolations(status, broken); // what is least needed last, in the room that is left
        return status;
    }

    /// <summary>Whether it is nothing that the table knows: somebody must look at it.</summary>
    public static bool IsDefect(Exception exception) => For(exception).Code is (int)StatusCode.Internal;

    public static StatusCode CodeOf(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Invalid => StatusCode.InvalidArgument,
        RuleOutcome.Unauthenticated => StatusCode.Unauthenticated,
        RuleOutcome.Denied => StatusCode.PermissionDenied,
        RuleOutcome.NotFound => StatusCode.NotFound,
        RuleOutcome.AlreadyExists => StatusCode.AlreadyExists,
        RuleOutcome.Precondition => StatusCode.FailedPrecondition,
        RuleOutcome.Conflict => StatusCode.Aborted,
        RuleOutcome.OutOfRange => StatusCode.OutOfRange,
        RuleOutcome.Exhausted => StatusCode.ResourceExhausted,
        RuleOutcome.DeadlineExceeded => StatusCode.DeadlineExceeded,
        RuleOutcome.Cancelled => StatusCode.Cancelled,
        RuleOutcome.Unavailable => StatusCode.Unavailable,
        RuleOutcome.Unimplemented => StatusCode.Unimplemented,
        RuleOutcome.Internal => StatusCode.Internal,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Not in the error table."),
    };

    // PostgreSQL's SQLSTATE, appendix A of its manual.
    private static RuleBroken ForDatabase(PostgresException exception) => exception.SqlState switch
    {
        _ when exception.IsLostRace() => Retryable(Reasons.TryAgain),
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => Retryable(Reasons.TryAgain),
        PostgresErrorCodes.QueryCanceled => new RuleBroken(Reasons.DeadlineExceeded),
        PostgresErrorCodes.DiskFull => new RuleBroken(Reasons.StorageFull),
        PassingFailure.StoodStill or PassingFailure.OnlyReads => Retryable(Reasons.Unavailable),
        _ when exception.IsOfAPlanThatChanged() || exception.IsDatabaseAway() => Retryable(Reasons.Unavailable),
        _ => Reasons.Internal.Broken(("traceId", Activity.Current?.TraceId.ToString() ?? "")),
    };

    private static RuleBroken Retryable(Rule rule) => new(rule) { RetryAfter = TimeSpan.FromMilliseconds(200) };

    private static string Fill(string text, IReadOnlyDictionary<string, string> metadata) =>
        StatusBounds.Text(metadata.Aggregate(text, (filled, pair) => filled.Replace('{' + pair.Key + '}', StatusBounds.Value(pair.Value), StringComparison.Ordinal)));
}

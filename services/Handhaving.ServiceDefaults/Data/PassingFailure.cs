using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>Tells a failure of the moment from one that comes back each time.</summary>
public static class PassingFailure
{
    /// <summary>SQLSTATE 25P03, not among Npgsql's transient ones: the process stood still while its transaction was open, and the server undid it.</summary>
    public const string StoodStill = "25P03";

    /// <summary>SQLSTATE 25006: the server takes no writes, as one that is a standby until it is promoted.</summary>
    public const string OnlyReads = "25006";

    /// <summary>SQLSTATE 0A000 from where PostgreSQL looks at a prepared plan again: "cached plan must not change result type", when a table was widened under it. The connection prepares it anew.</summary>
    public static bool IsOfAPlanThatChanged(this PostgresException failure) => failure is { SqlState: PostgresErrorCodes.FeatureNotSupported, Routine: "RevalidateCachedQuery" };

    /// <summary>Another wrote the same row, or took away the row meant, in the same instant. Of the audit chain that cannot be: its head is locked, so a line that stands there already is a defect.</summary>
    public static bool IsLostRace(this PostgresException failure) => failure.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => failure.TableName is not ("audit_line" or "audit_head"),
        PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.ForeignKeyViolation => true,
        _ => false,
    };

    /// <summary>Whether the same may go through when it is tried again.</summary>
    public static bool Passes(this NpgsqlException failure) => failure.IsTransient || failure.SqlState is StoodStill;

    /// <summary>Whether the database is not there to ask, whatever is asked.</summary>
    public static bool IsDatabaseAway(this Exception failure) => Within(failure) switch
    {
        // Classes 08, 53 and 57P of SQLSTATE: connection, resources, shut down.
        PostgresException refusal => refusal.SqlState is ['0', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..],
        NpgsqlException => true,
        _ => false,
    };

    // EF wraps what happens to its commands.
    private static Exception? Within(Exception failure) => failure is DbUpdateException or InvalidOperationException ? failure.InnerException : failure;
}

using System.Data.Common;
using Handhaving.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>Tells of a failed command by the error table: what the table knows, such as a race that was lost, is expected; all else is a defect and stands out.</summary>
public sealed partial class FailedCommands(ILogger<FailedCommands> logger) : DbCommandInterceptor
{
    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Tell(command, eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(command, eventData.Exception);
        return Task.CompletedTask;
    }

    private void Tell(DbCommand command, Exception failure)
    {
        if (ErrorTable.IsDefect(failure)) LogDefect(failure, command.CommandText);
    }

    // The text alone: its parameters may be personal data.
    [LoggerMessage(EventId = 1102, Level = LogLevel.Error, Message = "A command of the database failed by a defect: {Command}")]
    private partial void LogDefect(Exception failure, string command);
}

/// <summary>EF's own lines about failures, which know no difference, are for debugging.</summary>
public static class FailureLogging
{
    public static DbContextOptionsBuilder LogFailuresByTable(this DbContextOptionsBuilder options, ILoggerFactory loggers) => options
        .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)))
        .AddInterceptors(new FailedCommands(loggers.CreateLogger<FailedCommands>()));
}

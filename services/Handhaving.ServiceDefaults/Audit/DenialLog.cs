using Grpc.Core;
using Handhaving.ServiceDefaults.Access;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.ServiceDefaults.Audit;

/// <summary>Writes refused calls into the chain of the caller's own first tenant; a caller without one leaves a log line.</summary>
public sealed partial class DenialLog(Databases databases, MethodRules rules, TimeProvider clock, ILogger<DenialLog> logger)
{
    /// <summary>A call refused before its rule was known to hold.</summary>
    public async Task WriteAsync(ServerCallContext context, string reason)
    {
        var http = context.GetHttpContext();
        var rule = rules.Find(context.Method);
        if (rule is null || http.User.Identity?.IsAuthenticated is not true)
        {
            LogDenied(context.Method, reason);
            return;
        }
        var trace = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? "";
        await WriteAsync(new Call(Caller.From(http.User), rule, null, rule.Method.TrimStart('/'), "-", trace, context.Peer, null), named: null, reason, context.CancellationToken);
    }

    /// <param name="named">What was asked for, by its name alone; null where that is not known to be a name.</param>
    public async Task WriteAsync(Call call, string? named, string reason, CancellationToken cancellation)
    {
        LogDenied(call.Operation, reason);
        if (call.Caller.Tenants.Count == 0) return;
        var tenant = call.Caller.FirstTenant;
        var line = AuditLine.Of(call, named ?? tenant.Name, clock.GetUtcNow()) with { Action = "DENY", Result = reason };
        await using var connection = await databases.Service.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { TenantScope.Of(tenant).Command(), AuditTrail.Append(tenant, [line]) } };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(EventId = 1201, Level = LogLevel.Information, Message = "{Operation} refused: {Reason}")]
    private partial void LogDenied(string operation, string reason);
}

using System.Text.Json;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Delivery;
using Handhaving.ServiceDefaults.Errors;
using Handhaving.ServiceDefaults.Tenancy;
using MassTransit;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>Parks what a consumer could not take, with its reason; the message leaves the queue only when its row is committed.</summary>
public sealed partial class ParkingFilter(string consumer, Databases databases, ILogger<ParkingFilter> logger) : IFilter<ExceptionReceiveContext>
{
    private const int LongestText = 2048;

    /// <summary>Chain of messages that name no tenant.</summary>
    private const string NoTenant = "0000";

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var tenant = new TenantId(context.TransportHeaders.Get<string>(MessagePublisher.TenantHeader) ?? NoTenant);
        var id = context.GetMessageId() ?? Guid.CreateVersion7();
        var cause = context.Exception.GetBaseException();
        await using var connection = await databases.Service.OpenConnectionAsync(context.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(context.CancellationToken);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(TenantScope.Of(tenant).Command());
        batch.BatchCommands.Add(Insert(context, tenant, id, cause));
        await batch.ExecuteNonQueryAsync(context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
        LogParked(id, consumer, ReasonOf(cause));
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("parking");

    private NpgsqlBatchCommand Insert(ExceptionReceiveContext context, TenantId tenant, Guid id, Exception cause) => new("""
        insert into parked_message (message_id, consumer, tenant, type, reason, text, headers, body) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (message_id, consumer) do update set reason = excluded.reason, text = excluded.text, parked_at = now(), replayed_at = null, replayed_by = null
        """)
    {
        Parameters =
        {
            new() { Value = id },
            new() { Value = consumer },
            new() { Value = tenant.Value },
            new() { Value = TypeOf(context.Body.GetBytes()) },
            new() { Value = ReasonOf(cause) },
            new() { Value = cause.Message.Length > LongestText ? cause.Message[..LongestText] : cause.Message },
            new() { Value = JsonSerializer.Serialize(new ParkedHeaders(context.ContentType?.ToString() ?? "application/vnd.masstransit+json", tenant.Value)) },
            new() { Value = context.Body.GetBytes() },
        },
    };

    private static string ReasonOf(Exception cause) => cause switch
    {
        RuleBroken broken => broken.Rule.Reason,
        JsonException or System.Runtime.Serialization.SerializationException => "CANNOT_PARSE",
        MalformedMessage => "MALFORMED",
        _ => cause.GetType().Name,
    };

    private static string TypeOf(byte[] body)
    {
        try
        {
            using var envelope = JsonDocument.Parse(body);
            return envelope.RootElement.TryGetProperty("messageType", out var types) && types.GetArrayLength() > 0 ? types[0].GetString() ?? "" : "";
        }
        catch (JsonException)
        {
            return "unknown"; // that is why it is parked; the reason column says so
        }
    }

    [LoggerMessage(EventId = 1601, Level = LogLevel.Warning, Message = "Message {MessageId} for {Consumer} is parked: {Reason}")]
    private partial void LogParked(Guid messageId, string consumer, string reason);
}

/// <summary>What a replay needs beside the body.</summary>
public sealed record ParkedHeaders(string ContentType, string Tenant);

using System.Text.Json;
using Handhaving.ServiceDefaults.Data;
using Handhaving.ServiceDefaults.Errors;
using MassTransit;
using Npgsql;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>Parks what a consumer refused, with its reason, and what no consumer here knows.</summary>
public sealed class ParkingFilter(string consumer, Parking parking) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(3);

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var cause = context.Exception.GetBaseException();
        // A handler cut off by a stop or a lost connection refused nothing: its message goes back to the queue.
        if (cause is OperationCanceledException or ConsumerCanceledException) throw new OperationCanceledException("The handler was cut off.", context.Exception);
        if (cause is ObjectDisposedException)
        {
            // The process ends around its bus, as after a start that failed. Held, the message comes back once with the connection; given back at once, again and again up to its delivery limit.
            await Task.Delay(LongestEnd, context.CancellationToken);
            throw new OperationCanceledException("The process ends.", context.Exception);
        }
        try
        {
            await parking.StoreAsync(context, consumer, ReasonOf(cause), cause.Message);
            if (!context.IsFaulted) await context.NotifyFaulted(cause); // else it counts as a message that nobody took
        }
        catch (NpgsqlException away) when (away.Passes())
        {
            await parking.UntilDatabaseAnswersAsync(context.CancellationToken);
            throw; // back to the queue, for another try
        }
    }

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) => parking.StoreAsync(context, consumer, "UNKNOWN_TYPE", "No consumer of this version takes this type of message.");

    public void Probe(ProbeContext context) => context.CreateFilterScope("parking");

    private static string ReasonOf(Exception cause) => cause switch
    {
        RuleBroken broken => broken.Rule.Reason,
        JsonException or System.Runtime.Serialization.SerializationException => "CANNOT_PARSE",
        MalformedMessage => "MALFORMED",
        _ => cause.GetType().Name,
    };
}

using Handhaving.ServiceDefaults.Data;
using MassTransit;
using Npgsql;

namespace Handhaving.ServiceDefaults.Bus;

/// <summary>Moves what the broker took from a consumer into the parking table, whether or not it can be read; acknowledged after the commit.</summary>
public sealed class ParkingDrain(string consumer, Parking parking) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next) => DrainAsync(context);

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) => DrainAsync(context);

    public void Probe(ProbeContext context) => context.CreateFilterScope("parking-drain");

    private async Task DrainAsync(ReceiveContext context)
    {
        var reason = context.TransportHeaders.Get<string>("x-first-death-reason") ?? "rejected";
        while (true)
        {
            try
            {
                await parking.StoreAsync(context, consumer, reason.ToUpperInvariant(), "The broker took the message from its consumer: it was given out and came back too often.");
                return;
            }
            catch (NpgsqlException away) when (away.Passes())
            {
                await parking.UntilDatabaseAnswersAsync(context.CancellationToken);
            }
        }
    }
}

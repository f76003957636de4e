using Handhaving.Dispatch.Assignments;
using Handhaving.Dispatch.Units;
using Handhaving.Events.Dispatch;
using Handhaving.ServiceDefaults.Bus;
using MassTransit;

namespace Handhaving.Dispatch.Waking;

/// <summary>Wakes the devices of a unit that is offered an incident. A help and no more: an offer that comes too late, and a push service that does not answer, are left.</summary>
/// <remarks>A message that comes twice wakes under the same topic, which is once for a device that was away.</remarks>
public sealed class OfferWakeConsumer(PushOptions options, DevicesOfUnit devices, IServiceProvider services, TimeProvider clock) : IConsumer<AssignmentOffered>
{
    public const string Name = "dispatch-wake";

    // Nothing about the offer: the lock screen of a phone is for everybody.
    private static readonly byte[] Text = """{"kind":"offer"}"""u8.ToArray();

    public async Task Consume(ConsumeContext<AssignmentOffered> context)
    {
        if (!options.IsConfigured) return;
        var (offer, cancellation) = (context.Message, context.CancellationToken);
        var unit = UnitName.Parse(offer.Unit) ?? throw new MalformedMessage("no unit");
        var topic = AssignmentName.Parse(offer.Assignment)?.Id ?? throw new MalformedMessage("no assignment");
        var left = offer.ExpiresAt - clock.GetUtcNow();
        if (left <= TimeSpan.Zero) return;
        var sender = services.GetRequiredService<PushSender>();
        await Task.WhenAll((await devices.ReadAsync(unit, cancellation)).Select(async device =>
        {
            if (!await sender.SendAsync(device, Text, topic, left, cancellation)) await devices.DropAsync(unit, device, cancellation);
        }));
    }
}

using Handhaving.Events.Capacity;
using Handhaving.ServiceDefaults.Audit;
using Handhaving.ServiceDefaults.Bus;
using MassTransit;

namespace Handhaving.Dispatch.Officers;

/// <summary>Keeps the copy of officers and their appointments that capacity tells of; dispatch works on it also when capacity is away. A fact that comes twice or late changes nothing.</summary>
public sealed class OfficerCopyConsumer(Inbox inbox) : IConsumer<OfficerChanged>
{
    public const string Name = "dispatch-officers";
    private const string Operation = "handhaving.dispatch.OfficerCopyConsumer";

    public Task Consume(ConsumeContext<OfficerChanged> context)
    {
        var changed = context.Message;
        var appointments = OfficerCopy.AppointmentsOf(changed); // what cannot be read fails alone, not those that share its commit
        return inbox.TakeAsync(context, Name, (batch, tenant, trail) =>
        {
            batch.BatchCommands.Add(OfficerCopy.Keep(tenant, changed, appointments));
            trail.Audit(AuditLine.OfSystem(Operation, "officer", changed.Officer, changed.OccurredAt) with { ObjectVersion = changed.Sequence });
        });
    }
}

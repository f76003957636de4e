using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Operations.Parked;

/// <summary>A message that a consumer could not take.</summary>
public sealed record ParkedMessage(Guid MessageId, string Consumer, string Tenant, string Type, string Reason, string Text, DateTimeOffset ParkedAt)
{
    public DateTimeOffset? ReplayedAt { get; init; }

    public string? ReplayedBy { get; init; }

    /// <summary>Set when nobody shall give it to its consumer again.</summary>
    public MessageDiscard? Discard { get; init; }

    public string Name => new ParkedMessageName(new TenantId(Tenant), MessageId, Consumer).Value;
}

/// <summary>Who set a parked message aside for good, when and why.</summary>
public sealed record MessageDiscard(DateTimeOffset At, string By, string Reason);

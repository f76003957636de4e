using Handhaving.ServiceDefaults.Tenancy;

namespace Handhaving.Dispatch.Operations.Parked;

/// <summary>Resource name of a parked message: <c>municipalities/{code}/parkedMessages/{message id}@{consumer}</c>, or of a team.</summary>
public readonly record struct ParkedMessageName(TenantId Tenant, Guid MessageId, string Consumer)
{
    public string Id => $"{MessageId}@{Consumer}";

    public string Value => $"{Tenant.Name}/parkedMessages/{Id}";

    /// <returns>Null when the text is no parked message's name.</returns>
    public static ParkedMessageName? Parse(string text) =>
        text.Split('/') is [_, _, "parkedMessages", var id] && id.Split('@', 2) is [var message, { Length: > 0 } consumer]
        && TenantId.OfName(text) is { Value: not TenantId.Wildcard } tenant && Guid.TryParseExact(message, "D", out var uuid)
            ? new ParkedMessageName(tenant, uuid, consumer)
            : null;

    public override string ToString() => Value;
}

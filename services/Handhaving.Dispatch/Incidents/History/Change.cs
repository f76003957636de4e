namespace Handhaving.Dispatch.Incidents.History;

/// <summary>What one happening changed on an incident, as its history tells it.</summary>
/// <param name="Field">Name of the contract's field, as <c>priority</c>.</param>
/// <param name="From">Empty when there was nothing.</param>
/// <param name="To">Empty when there is nothing since.</param>
public sealed record Change(string Field, string From, string To)
{
    /// <summary>What <see cref="From"/> was called then, where it is a code of a list that may change; else null.</summary>
    public string? FromName { get; init; }

    /// <summary>What <see cref="To"/> was called then, where it is a code of a list that may change; else null.</summary>
    public string? ToName { get; init; }
}

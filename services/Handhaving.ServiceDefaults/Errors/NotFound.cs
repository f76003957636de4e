namespace Handhaving.ServiceDefaults.Errors;

/// <summary>Does not exist for this caller; what another municipality keeps to itself answers the same.</summary>
public sealed class NotFound(string resource) : Exception("NOT_FOUND")
{
    public string Resource { get; } = resource;
}

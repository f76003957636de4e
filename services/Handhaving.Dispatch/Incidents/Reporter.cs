using Handhaving.ServiceDefaults.Access.Fields;

namespace Handhaving.Dispatch.Incidents;

/// <summary>Who reported an incident (melder): personal data, kept in a table of its own and read on purpose.</summary>
public sealed record Reporter(string DisplayName, string Phone, string Email, bool WantsAnswer)
{
    /// <summary>Says nothing about anybody.</summary>
    public bool IsEmpty => DisplayName.IsBlank() && Phone.IsBlank() && Email.IsBlank();
}

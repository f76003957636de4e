namespace Handhaving.AppHost.Local.Doctor;

/// <summary>One line of the examination: what was looked at, what was found, and what to do about it when it fails.</summary>
internal sealed record Finding(string Subject, string Says, string? Fix)
{
    public bool Fails => Fix is not null;

    public static Finding Fine(string subject, string says) => new(subject, says, null);
}

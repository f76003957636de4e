namespace Handhaving.Capacity.Competence;

/// <summary>An appointment that ends soon.</summary>
/// <param name="DaysLeft">Days after today on which it still holds.</param>
/// <param name="MissingModules">PHB modules without which it is not renewed.</param>
public sealed record AppointmentExpiry(Appointment Appointment, int DaysLeft, int MissingModules);
